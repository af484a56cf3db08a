package org.ieum.traveltime;

/** Where and when a vehicle under way can first leave its path; reused from query to query. */
public final class Diversion {
  private int place;
  private int offset;

  /**
   * Sets both values.
   *
   * @param place where it can turn off, see {@link TravelTimes}
   * @param offset driving time from the start of the leg to that place, ms
   */
  public void set(int place, int offset) {
    this.place = place;
    this.offset = offset;
  }

  public int place() {
    return place;
  }

  public int offset() {
    return offset;
  }
}
