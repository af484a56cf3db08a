package org.ieum.transit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ieum.model.LatLon;

/**
 * All trips of one or several feeds in flat arrays. Immutable, for any number of threads.
 *
 * <p>Trips of one route with the same stops, where riders may board and alight alike, form a
 * pattern. Times count from the start of the service day, which is noon minus twelve hours in the
 * zone of the feed (GTFS), so on days on which clocks change it is not midnight; they may go beyond
 * 24 hours.
 */
public final class Timetable {
  /** {@link #headway} of trips that depart at their times. */
  public static final int EXACT = 0;

  private final List<Feed> feeds;
  private final List<TransitStop> stops;
  private final Map<String, Integer> stopsById;
  private final List<TransitRoute> routes;

  /** What is said of trip i. */
  private final List<TripInfo> trips;

  /** Positions of pattern i are patternStart[i] until patternStart[i + 1] in the next two. */
  private final int[] patternStart;

  /** Stop at position i of all patterns. */
  private final int[] patternStops;

  /** {@link StopTimes#BOARD} and {@link StopTimes#ALIGHT} at position i of all patterns. */
  private final byte[] patternFlags;

  /** Metres from the first position of its pattern to position i of all patterns. */
  private final int[] metres;

  /** Trips of pattern i are tripStart[i] until tripStart[i + 1], by first departure. */
  private final int[] tripStart;

  /** Pattern of trip i. */
  private final int[] tripPattern;

  /** Where the times of trip i begin in the next two. */
  private final int[] timeStart;

  /** Seconds after the service day's start, at all positions of all trips. */
  private final int[] arrivals;

  /** Seconds after the service day's start, at all positions of all trips. */
  private final int[] departures;

  /** Headway of trip i, seconds, or {@link #EXACT}. */
  private final int[] headways;

  private final ServiceDays days;
  private final TransitFares fares;

  Timetable(TimetableArrays from, ServiceDays days, TransitFares fares) {
    this.feeds = List.copyOf(from.feeds);
    this.stops = List.copyOf(from.stops);
    this.stopsById = new TreeMap<>(from.stopsById);
    this.routes = List.copyOf(from.routes);
    this.trips = List.copyOf(from.trips);
    this.patternStart = from.patternStart;
    this.patternStops = from.patternStops;
    this.patternFlags = from.patternFlags;
    this.tripStart = from.tripStart;
    this.tripPattern = from.tripPattern;
    this.timeStart = from.timeStart;
    this.arrivals = from.arrivals;
    this.departures = from.departures;
    this.headways = from.headways;
    this.days = days;
    this.fares = fares;
    metres = new int[patternStops.length];
    for (int pattern = 0; pattern < patternCount(); pattern++) {
      double sum = 0;
      for (int i = patternStart[pattern] + 1; i < patternStart[pattern + 1]; i++) {
        LatLon before = stops.get(patternStops[i - 1]).position();
        sum += before.metresTo(stops.get(patternStops[i]).position());
        metres[i] = (int) Math.round(sum);
      }
    }
  }

  /**
   * One feed.
   *
   * @param id what its ids begin with
   * @param zone in which its times are
   */
  public record Feed(String id, ZoneId zone) {}

  /** The feeds, in the order in which they were added. */
  public List<Feed> feeds() {
    return feeds;
  }

  public int stopCount() {
    return stops.size();
  }

  /** A stop by its index. */
  public TransitStop stop(int stop) {
    return stops.get(stop);
  }

  /** The index of a stop by its id, which begins with the feed's id and a colon. */
  public OptionalInt findStop(String id) {
    Integer index = stopsById.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  public int routeCount() {
    return routes.size();
  }

  /** A route by its index. */
  public TransitRoute route(int route) {
    return routes.get(route);
  }

  public int patternCount() {
    return patternStart.length - 1;
  }

  /** How many positions a pattern has. */
  public int length(int pattern) {
    return patternStart[pattern + 1] - patternStart[pattern];
  }

  /** The stop at a position of a pattern. */
  public int stopAt(int pattern, int position) {
    return patternStops[patternStart[pattern] + position];
  }

  /** The way between two positions of a pattern, straight from stop to stop, metres. */
  public int metres(int pattern, int board, int alight) {
    int at = patternStart[pattern];
    return metres[at + alight] - metres[at + board];
  }

  /** Whether riders may board at a position of a pattern. */
  public boolean canBoard(int pattern, int position) {
    return (patternFlags[patternStart[pattern] + position] & StopTimes.BOARD) != 0;
  }

  /** Whether riders may alight at a position of a pattern. */
  public boolean canAlight(int pattern, int position) {
    return (patternFlags[patternStart[pattern] + position] & StopTimes.ALIGHT) != 0;
  }

  /** The route of a pattern. */
  public int routeOf(int pattern) {
    return trips.get(tripStart[pattern]).route();
  }

  public int tripCount() {
    return trips.size();
  }

  /** What is said of a trip; trips made from a frequency share it. */
  public TripInfo trip(int trip) {
    return trips.get(trip);
  }

  /** The pattern of a trip. */
  public int patternOf(int trip) {
    return tripPattern[trip];
  }

  /** The first trip of a pattern; the others follow, up to the first one of the next pattern. */
  public int firstTrip(int pattern) {
    return tripStart[pattern];
  }

  /** Seconds between departures of a trip that only runs about so often, or {@link #EXACT}. */
  public int headway(int trip) {
    return headways[trip];
  }

  /** When a trip arrives, seconds after the service day's start. */
  public int arrival(int trip, int position) {
    return arrivals[timeStart[trip] + position];
  }

  /** When a trip departs, seconds after the service day's start. */
  public int departure(int trip, int position) {
    return departures[timeStart[trip] + position];
  }

  /** Whether a trip runs on a service day. */
  public boolean runs(int trip, LocalDate day) {
    return days.runs(trips.get(trip).service(), (int) day.toEpochDay());
  }

  ServiceDays days() {
    return days;
  }

  /** When a service day starts, Unix seconds: noon minus twelve hours. */
  public long dayStart(int feed, LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(feeds.get(feed).zone()).toEpochSecond() - 12 * 3600;
  }

  /** What rides cost. */
  public TransitFares fares() {
    return fares;
  }
}
