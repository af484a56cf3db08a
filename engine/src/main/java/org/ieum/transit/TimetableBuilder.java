package org.ieum.transit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ieum.model.Money;

/**
 * Puts a timetable together from plain records; feeds, stops, routes, services and fares get their
 * indices in the order in which they come. What is given must be sound; the reader of a feed sees
 * to that.
 */
public final class TimetableBuilder {
  private final List<Timetable.Feed> feeds = new ArrayList<>();
  private final List<TransitStop> stops = new ArrayList<>();
  private final List<TransitRoute> routes = new ArrayList<>();
  private final List<int[]> services = new ArrayList<>();
  private final List<TimetableArrays.Added> trips = new ArrayList<>();
  private final FareRules fares = new FareRules();

  /**
   * A feed.
   *
   * @param id what the ids of its stops, routes and trips begin with
   */
  public int addFeed(String id, ZoneId zone) {
    feeds.add(new Timetable.Feed(id, zone));
    return feeds.size() - 1;
  }

  public int addStop(TransitStop stop) {
    stops.add(stop);
    return stops.size() - 1;
  }

  public int addRoute(TransitRoute route) {
    routes.add(route);
    return routes.size() - 1;
  }

  /** A service that runs on the given days. */
  public int addService(Collection<LocalDate> days) {
    int[] sorted = new int[days.size()];
    int i = 0;
    for (LocalDate day : days) {
      sorted[i++] = (int) day.toEpochDay();
    }
    Arrays.sort(sorted);
    services.add(sorted);
    return services.size() - 1;
  }

  /** A trip that runs once a service day. */
  public void addTrip(TripInfo info, StopTimes times) {
    trips.add(new TimetableArrays.Added(info, times, 0, Timetable.EXACT));
  }

  /** A trip that runs again and again; its own times only say how long it takes. */
  public void addTrip(TripInfo info, StopTimes times, Frequency frequency) {
    int headway = frequency.exact() ? Timetable.EXACT : frequency.headway();
    for (int at = frequency.start(); at < frequency.end(); at += frequency.headway()) {
      trips.add(new TimetableArrays.Added(info, times, at - times.departure(0), headway));
    }
  }

  /**
   * A kind of ticket.
   *
   * @throws IllegalArgumentException when it is in another currency than those before
   */
  public int addFare(TransitFare fare) {
    return fares.add(fare);
  }

  /** What a fare is for; it holds for rides that match any of its rules, or all if it has none. */
  public void addFareRule(FareRule rule) {
    fares.add(rule);
  }

  /**
   * What each ride costs in a feed that tells no fares; there are no transfers.
   *
   * @throws IllegalArgumentException when it is in another currency than those before
   */
  public void flatFare(int feed, Money price) {
    fares.flat(feed, price);
  }

  public Timetable build() {
    TimetableArrays arrays = new TimetableArrays(feeds, stops, routes, trips);
    return new Timetable(arrays, new ServiceDays(services), fares.build(arrays));
  }
}
