package org.ieum.transit;

/**
 * Which rides a fare is for ({@code fare_rules.txt} of GTFS). Rules of a fare that name a zone to
 * be passed and agree in all else belong together: all these zones must be passed, and no others.
 *
 * @param fare index of the fare
 * @param route index of the only route, or {@link #ANY_ROUTE}
 * @param origin zone of the stop where one boards, or "" for any
 * @param destination zone of the stop where one alights, or "" for any
 * @param passed a zone of the stops from there to there, or "" if that does not matter
 */
public record FareRule(int fare, int route, String origin, String destination, String passed) {
  /** It is for all routes of the feed. */
  public static final int ANY_ROUTE = -1;
}
