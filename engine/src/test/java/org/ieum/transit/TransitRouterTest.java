package org.ieum.transit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ieum.model.Money;
import org.junit.jupiter.api.Test;

/** Journeys whose answer can be told by hand. */
class TransitRouterTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  private final SmallFeed feed = new SmallFeed();
  private final int a;
  private final int b;
  private final int c;
  private final int bus;
  private final int train;

  TransitRouterTest() {
    feed.feed("Europe/Stockholm");
    a = feed.stop(0);
    b = feed.stop(0);
    c = feed.stop(0);
    bus = feed.route(0);
    train = feed.route(0);
  }

  private static long at(String time) {
    return OffsetDateTime.parse(time).toEpochSecond();
  }

  private static List<TransitAccess> to(int stop, long time) {
    return List.of(new TransitAccess(stop, time, 0, 0, 0, 7));
  }

  private static TransitOptions within(long limit) {
    return new TransitOptions(limit, 4, 0, false, TransitOptions.ANY_EXTRA);
  }

  private List<TransitTrip> departAt(String time, int from, int to, int hours) {
    long start = at(time);
    return new TransitRouter(feed.network())
        .departAt(to(from, start), to(to, 0), within(start + hours * 3600L));
  }

  private TransitTrip only(List<TransitTrip> trips) {
    assertEquals(1, trips.size(), trips::toString);
    return trips.get(0);
  }

  @Test
  void tripsOfTheDayBeforeRunOnPastMidnight() {
    feed.trip(bus, MONDAY, List.of(a, b), "24:30", "25:10");
    TransitTrip trip = only(departAt("2026-06-02T00:20+02:00", a, b, 2));
    assertEquals(at("2026-06-02T00:30+02:00"), trip.firstBoarding());
    assertEquals(at("2026-06-02T01:10+02:00"), trip.time());
    assertEquals(MONDAY, trip.rides().get(0).serviceDay());
    assertEquals(7, trip.accessKey());
    assertEquals(7, trip.egressKey());
    assertFalse(trip.fareKnown());
  }

  @Test
  void oneChangesFromTheLastTripOfADayToTheFirstOfTheNext() {
    feed.trip(bus, MONDAY, List.of(a, b), "23:40", "24:20");
    feed.trip(train, MONDAY.plusDays(1), List.of(b, c), "00:20", "00:50");
    TransitTrip trip = only(departAt("2026-06-01T23:30+02:00", a, c, 2));
    assertEquals(2, trip.vehicles());
    assertEquals(MONDAY.plusDays(1), trip.rides().get(1).serviceDay());
    assertEquals(at("2026-06-02T00:50+02:00"), trip.time());
    long by = at("2026-06-02T00:50+02:00");
    TransitTrip back =
        only(new TransitRouter(feed.network()).arriveBy(to(a, 600), to(c, by), within(by - 7200)));
    assertEquals(at("2026-06-01T23:30+02:00"), back.time());
    assertEquals(trip.rides(), back.rides());
  }

  @Test
  void aDayOfSpringIsAnHourShorter() {
    LocalDate day = LocalDate.parse("2026-03-29");
    feed.trip(bus, day, List.of(a, b), "01:30", "02:00");
    feed.trip(bus, day, List.of(a, b), "08:00", "08:30");
    TransitTrip early = only(departAt("2026-03-29T00:15+01:00", a, b, 2));
    assertEquals(at("2026-03-29T00:30+01:00"), early.firstBoarding(), "an hour before 01:30");
    TransitTrip late = only(departAt("2026-03-29T07:30+02:00", a, b, 2));
    assertEquals(at("2026-03-29T08:00+02:00"), late.firstBoarding());
  }

  @Test
  void aDayOfAutumnIsAnHourLonger() {
    LocalDate day = LocalDate.parse("2026-10-25");
    feed.trip(bus, day.minusDays(1), List.of(a, b), "26:30", "27:30");
    feed.trip(train, day, List.of(b, c), "02:30", "03:00");
    feed.trip(train, day, List.of(b, c), "08:00", "08:30");
    TransitTrip trip = only(departAt("2026-10-25T02:00+02:00", a, c, 3));
    assertEquals(at("2026-10-25T02:30+02:00"), trip.firstBoarding());
    assertEquals(at("2026-10-25T02:30+01:00"), trip.rides().get(1).departure(), "the second 02:30");
    TransitTrip late = only(departAt("2026-10-25T07:30+01:00", b, c, 2));
    assertEquals(at("2026-10-25T08:00+01:00"), late.firstBoarding());
  }

  @Test
  void frequenciesDepartUntilTheirEnd() {
    feed.trip(
        bus,
        MONDAY,
        List.of(a, b),
        List.of(new Frequency(8 * 3600, 9 * 3600, 600, false)),
        "00:00",
        "00:07");
    TransitTrip trip = only(departAt("2026-06-01T08:05+02:00", a, b, 2));
    assertEquals(at("2026-06-01T08:10+02:00"), trip.firstBoarding());
    assertEquals(at("2026-06-01T08:17+02:00"), trip.time());
    assertEquals(600, feed.timetable().headway(trip.rides().get(0).trip()));
    trip = only(departAt("2026-06-01T08:50+02:00", a, b, 2));
    assertEquals(at("2026-06-01T08:50+02:00"), trip.firstBoarding());
    assertEquals(List.of(), departAt("2026-06-01T08:51+02:00", a, b, 2), "none at 09:00");
  }

  /** Stops are 111.19 m apart; whoever rides on from an earlier one pays for more of the way. */
  @Test
  void aTariffIsForRidesWithoutTicketsAndForAllWhoTravel() {
    feed.fares.add(new TransitFare(0, "t", Money.of(900, "SEK"), "", 0, TransitFare.UNLIMITED));
    feed.fareRules.add(new FareRule(0, train, "", "", ""));
    feed.trip(bus, MONDAY, List.of(a, b, c), "08:00", "08:10", "08:20");
    feed.trip(train, MONDAY, List.of(c, a), "08:30", "08:40");
    long start = at("2026-06-01T08:00+02:00");
    TransitRouter router = new TransitRouter(feed.network());
    RidePrices prices = new RidePrices(2, true, metres -> 2L * (100 + metres));
    TransitTrip far = only(router.departAt(to(a, start), to(c, 0), within(start + 3600, prices)));
    assertEquals(222, router.timetable().metres(0, 0, 2));
    assertEquals(2 * 322, far.fare());
    assertEquals(OptionalLong.of(2 * 322), far.rides().get(0).fare());
    assertTrue(far.fareKnown());
    TransitTrip near = only(router.departAt(to(b, start), to(a, 0), within(start + 3600, prices)));
    assertEquals(2 * 211 + 2 * 900, near.fare());
    assertEquals(OptionalLong.empty(), near.rides().get(1).fare(), "by ticket");
    RidePrices foreign = new RidePrices(1, false, null);
    TransitTrip unknown =
        only(router.departAt(to(c, start), to(a, 0), within(start + 3600, foreign)));
    assertEquals(0, unknown.fare());
    assertFalse(unknown.fareKnown());
  }

  private static TransitOptions within(long limit, RidePrices prices) {
    return new TransitOptions(limit, 4, 0, false, TransitOptions.ANY_EXTRA, prices);
  }

  @Test
  void rulesHoldForChanging() {
    feed.trip(bus, MONDAY, List.of(a, b), "08:00", "08:10");
    feed.trip(train, MONDAY, List.of(b, c), "08:10", "08:20");
    feed.trip(train, MONDAY, List.of(b, c), "08:20", "08:30");
    String start = "2026-06-01T08:00+02:00";
    assertEquals(at("2026-06-01T08:20+02:00"), only(departAt(start, a, c, 1)).time());
    feed.transferRules.add(new TransferRule(b, b, 300));
    assertEquals(at("2026-06-01T08:30+02:00"), only(departAt(start, a, c, 1)).time());
    feed.transferRules.set(0, new TransferRule(b, b, TransferRule.FORBIDDEN));
    assertEquals(List.of(), departAt(start, a, c, 1));
  }

  @Test
  void slackIsLeftBesideWalkingButNotBeforeTheFirstRide() {
    int d = feed.stop(0);
    feed.walk(b, c, 240);
    feed.trip(bus, MONDAY, List.of(a, b), "08:00", "08:10");
    feed.trip(train, MONDAY, List.of(c, d), "08:14", "08:20");
    feed.trip(train, MONDAY, List.of(c, d), "08:15", "08:25");
    long start = at("2026-06-01T08:00+02:00");
    TransitOptions options =
        new TransitOptions(start + 3600, 4, 60, false, TransitOptions.ANY_EXTRA);
    TransitTrip trip =
        only(new TransitRouter(feed.network()).departAt(to(a, start), to(d, 0), options));
    assertEquals(at("2026-06-01T08:25+02:00"), trip.time());
    assertEquals(240, trip.walking());
    assertEquals(240, trip.rides().get(1).walkingBefore());
  }

  @Test
  void lessWalkingOrFewerVehiclesAreJourneysOfTheirOwn() {
    feed.walk(b, c, 600);
    feed.trip(bus, MONDAY, List.of(a, b, c), "08:00", "08:10", "08:40");
    feed.trip(train, MONDAY, List.of(b, c), "08:12", "08:30");
    long start = at("2026-06-01T08:00+02:00");
    List<TransitAccess> ends =
        List.of(new TransitAccess(c, 0, 0, 0, 0, 1), new TransitAccess(b, 600, 600, 0, 0, 2));
    TransitRouter router = new TransitRouter(feed.network());
    List<TransitTrip> trips = router.departAt(to(a, start), ends, within(start + 7200));
    assertEquals(List.of(2, 1, 1), trips.stream().map(TransitTrip::egressKey).toList());
    assertEquals(List.of(1, 2, 1), trips.stream().map(TransitTrip::vehicles).toList());
    TransitOptions soon = new TransitOptions(start + 7200, 4, 0, false, 600);
    assertEquals(trips.subList(0, 2), router.departAt(to(a, start), ends, soon));
    TransitOptions direct = new TransitOptions(start + 7200, 1, 0, false, 36_000);
    assertEquals(
        List.of(2, 1),
        router.departAt(to(a, start), ends, direct).stream().map(TransitTrip::egressKey).toList());
  }

  @Test
  void lettingAVehiclePassCanSaveATicket() {
    feed.fares.add(new TransitFare(0, "hour", Money.of(300, "SEK"), "", 1, 3600));
    feed.trip(bus, MONDAY, List.of(a, b), "08:00", "08:10");
    feed.trip(bus, MONDAY, List.of(a, b), "08:30", "08:40");
    feed.trip(train, MONDAY, List.of(b, c), "09:15", "09:30");
    TransitTrip trip = only(departAt("2026-06-01T07:50+02:00", a, c, 3));
    assertEquals(300, trip.fare());
    assertTrue(trip.fareKnown());
    assertEquals(at("2026-06-01T08:30+02:00"), trip.firstBoarding());
  }

  @Test
  void wheelchairsAreTakenWhereTheyCan() {
    feed.trip(bus, MONDAY, List.of(a, b), "08:00", "08:10");
    SmallFeed.Trip other = feed.trips.get(0);
    feed.trips.add(
        new SmallFeed.Trip(
            bus,
            Set.of(MONDAY),
            List.of(
                new SmallFeed.Call(a, 30_000, 30_000, true, true),
                new SmallFeed.Call(b, 30_600, 30_600, true, true)),
            other.frequencies(),
            Wheelchair.YES));
    long start = at("2026-06-01T08:00+02:00");
    TransitOptions options = new TransitOptions(start + 3600, 4, 0, true, TransitOptions.ANY_EXTRA);
    TransitTrip trip =
        only(new TransitRouter(feed.network()).departAt(to(a, start), to(b, 0), options));
    assertEquals(at("2026-06-01T08:20+02:00"), trip.firstBoarding());
  }

  @Test
  void wrongQuestionsAreRefused() {
    TransitRouter router = new TransitRouter(feed.network());
    TransitOptions options = within(1000);
    assertThrows(
        IllegalArgumentException.class, () -> router.departAt(to(9, 0), to(a, 0), options));
    assertThrows(
        IllegalArgumentException.class, () -> router.departAt(to(a, 0), to(b, -1), options));
    assertThrows(
        IllegalArgumentException.class,
        () -> router.departAt(to(a, 0), to(b, 0), within(30L * 24 * 3600)));
    assertEquals(List.of(), router.departAt(to(a, 2000), to(b, 0), options), "after the limit");
    assertEquals(List.of(), router.departAt(List.of(), to(b, 0), options));
  }

  @Test
  void straightPathsGoBothWaysWithinTheRadius() {
    // Stops are a thousandth of a degree apart, 111 m.
    Footpaths paths = StraightPaths.within(feed.timetable(), 150, 1).build();
    assertEquals(3 + 4, paths.size());
    assertEquals(2, paths.end(a) - paths.start(a));
    assertEquals(b, paths.to(paths.start(a) + 1));
    assertEquals(111.2 * 1.3, paths.walking(paths.start(a) + 1), 1);
  }
}
