package org.ieum.server.report;

/**
 * What became of the requests of one hour.
 *
 * @param hour the hour since the epoch in which the rider asked: 0 is its first hour
 * @param served requests whose riders reached their destination
 * @param rejected requests refused
 * @param cancelled requests taken back by the rider
 * @param noShow requests whose riders were not there
 */
public record RequestHour(int hour, int served, int rejected, int cancelled, int noShow) {
  public RequestHour {
    if (hour < 0 || served < 0 || rejected < 0 || cancelled < 0 || noShow < 0) {
      throw new IllegalArgumentException(
          "hour and counts must be >= 0, were hour "
              + hour
              + ", served "
              + served
              + ", rejected "
              + rejected
              + ", cancelled "
              + cancelled
              + ", no-show "
              + noShow);
    }
  }
}
