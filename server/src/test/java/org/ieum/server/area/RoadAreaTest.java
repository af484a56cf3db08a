package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedInput;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.VehicleView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An area whose roads are closed and slowed down while vehicles drive. */
final class RoadAreaTest extends AreaLife {
  private static final List<String> CLASSES =
      List.of("motorway", "primary", "secondary", "tertiary", "residential", "unclassified");
  private static final RoadSpeedsInput USUAL = new RoadSpeedsInput(List.of(), "over");

  private final Random random = new Random(5);
  private final List<String> bookings = new ArrayList<>();
  private long sequence;

  private static RoadSpeedInput roads(String roadClass, double factor) {
    return new RoadSpeedInput(roadClass, null, null, null, factor);
  }

  private RoadSpeedInput roadAt(int stop, @Nullable Integer heading, double factor) {
    StopView place = area.stops().get(stop);
    return new RoadSpeedInput(null, place.stopLat(), place.stopLon(), heading, factor);
  }

  private static RoadSpeedsInput input(RoadSpeedInput... speeds) {
    return new RoadSpeedsInput(List.of(speeds), "works");
  }

  private RoadSpeedsView put(RoadSpeedsInput input) throws Exception {
    return area.setRoadSpeeds(input).get();
  }

  /** Some classes and some roads, at random speeds. */
  private RoadSpeedsInput anyRoads() {
    List<RoadSpeedInput> speeds = new ArrayList<>();
    int stops = area.stops().size();
    for (String roadClass : CLASSES) {
      if (random.nextInt(3) == 0) {
        speeds.add(roads(roadClass, random.nextInt(6) == 0 ? 0 : 0.2 + 1.5 * random.nextDouble()));
      }
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      Integer heading = random.nextBoolean() ? null : random.nextInt(360);
      double factor = random.nextBoolean() ? 0 : 0.01 + random.nextDouble();
      speeds.add(roadAt(random.nextInt(stops), heading, factor));
    }
    return new RoadSpeedsInput(speeds, "traffic " + random.nextInt(100));
  }

  private boolean tries(AreaTask<?> task) throws Exception {
    try {
      order(task);
      return true;
    } catch (ExecutionException e) {
      assertInstanceOf(Refusal.class, e.getCause(), () -> "was " + e.getCause());
      return false;
    }
  }

  private boolean changesRoads() throws Exception {
    try {
      put(random.nextInt(5) == 0 ? USUAL : anyRoads());
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private boolean books(boolean withReturn) throws Exception {
    int stops = area.stops().size();
    int from = random.nextInt(stops);
    int to = random.nextInt(stops);
    long ahead = random.nextInt(3) > 0 ? 0 : random.nextInt(5_400_000);
    String rider = "rider-" + random.nextInt(30);
    QuoteView out = quote(rider, from, to, ahead, null);
    QuoteView back = quote(rider, to, from, ahead + random.nextInt(3_600_000), null);
    if (out.offers().isEmpty() || back.offers().isEmpty()) {
      return false;
    }
    String first = out.offers().get(0).offerId();
    String second = back.offers().get(0).offerId();
    return tries(
        desk -> {
          BookingView booked =
              withReturn ? desk.riders().bookWithReturn(first, second) : desk.book(first);
          bookings.add(booked.bookingId());
          return booked;
        });
  }

  private static OffsetDateTime at(long utc) {
    return Instant.ofEpochMilli(utc).atOffset(ZoneOffset.UTC);
  }

  private boolean reports() throws Exception {
    VehicleView vehicle = ask(AreaDesk::vehicles).get(random.nextInt(2));
    String next = vehicle.nextStopId() == null ? vehicle.stopId() : vehicle.nextStopId();
    StopView place =
        area.stops().stream().filter(stop -> stop.stopId().equals(next)).findAny().orElseThrow();
    PositionInput position =
        new PositionInput(++sequence, place.stopLat(), place.stopLon(), at(now.get()));
    return tries(desk -> desk.report(vehicle.vehicleId(), position));
  }

  /** Hours of traffic; returns how often each kind of thing could be done. */
  private Map<String, Integer> live(int commands) throws Exception {
    Map<String, Integer> done = new TreeMap<>();
    for (int i = 0; i < commands; i++) {
      now.addAndGet(random.nextInt(40_000));
      int kind = random.nextInt(11);
      String booking = bookings.isEmpty() ? "" : bookings.get(random.nextInt(bookings.size()));
      boolean could =
          switch (kind) {
            case 0, 1, 2, 3 -> books(/* withReturn= */ false);
            case 4 -> books(/* withReturn= */ true);
            case 5 -> changesRoads();
            case 6 -> reports();
            case 7 -> random.nextBoolean() && tries(desk -> desk.cancel(booking));
            default -> tries(desk -> desk.board(booking, new BoardInput(null, null)));
          };
      done.merge(kind + " " + could, 1, Integer::sum);
    }
    return done;
  }

  /** All that outlasts a restart, and what would be offered. */
  private record Seen(
      RoadSpeedsView roads,
      List<BookingView> all,
      List<RoutePlanView> plans,
      List<String> offers) {}

  private Seen see() throws Exception {
    // All that vehicles have done by now comes first.
    order(AreaDesk::liveBookings);
    List<BookingView> all = new ArrayList<>();
    for (String id : bookings) {
      all.add(booking(id));
    }
    List<RoutePlanView> plans = new ArrayList<>();
    for (VehicleView vehicle : ask(AreaDesk::vehicles)) {
      plans.add(ask(desk -> desk.routePlan(vehicle.vehicleId())));
    }
    return new Seen(ask(AreaDesk::roadSpeeds), all, plans, offers());
  }

  private List<String> offers() throws Exception {
    List<String> offers = new ArrayList<>();
    int stops = area.stops().size();
    for (int i = 0; i < 25; i++) {
      for (OfferView offer : quote("", i * 13 % stops, i * 29 % stops, HOUR, null).offers()) {
        offers.add(offer.toString().replaceFirst("offerId=[^,]*", ""));
      }
    }
    return offers;
  }

  @Test
  void aDayOfTrafficGoesOnWhereItWas() throws Exception {
    Map<String, Integer> done = live(400);
    assertTrue(now.get() > START + HOUR, "past midnight");
    for (int kind = 0; kind < 8; kind++) {
      assertTrue(done.getOrDefault(kind + " true", 0) > 0, "kind " + kind + ": " + done);
    }
    assertTrue(done.getOrDefault("4 false", 0) > 0, "return trips that cannot be had: " + done);
    put(anyRoadsThatAreThere());
    Seen before = see();
    assertFalse(before.roads().speeds().isEmpty());
    assertFalse(before.offers().isEmpty());
    for (boolean hasSnapshot : new boolean[] {true, false}) {
      restart(hasSnapshot);
      Seen after = see();
      assertEquals(before.roads(), after.roads());
      assertEquals(before.all(), after.all());
      assertEquals(before.plans(), after.plans());
      assertEquals(before.offers(), after.offers());
    }
    live(100);
    before = see();
    restart(true);
    assertEquals(before, see());
    restart(false);
    assertEquals(before, see());
  }

  private RoadSpeedsInput anyRoadsThatAreThere() {
    return input(roads("primary", 0.4), roads("residential", 0.8), roadAt(30, null, 0));
  }

  @Test
  void aSecondStartFromTheJournalIsTheSame() throws Exception {
    put(input(roads("secondary", 0.3), roadAt(30, null, 0)));
    book("anna", 0, 400, 0);
    List<String> slow = offers();
    put(USUAL);
    List<String> usual = offers();
    assertNotEquals(slow, usual);
    restart(false);
    assertEquals(usual, offers());
    assertEquals(List.of(), ask(AreaDesk::roadSpeeds).speeds());
    assertEquals("over", ask(AreaDesk::roadSpeeds).reason());
  }

  @Test
  void slowRoadsPutPromisesAtRiskAndBreakThem() throws Exception {
    String id = book("anna", 0, 400, 0).bookingId();
    List<RoadSpeedInput> all = CLASSES.stream().map(one -> roads(one, 0.15)).toList();
    put(new RoadSpeedsInput(all, "ice"));
    assertEquals(1, events("travel_times_changed").size());
    List<String> atRisk = events("promise_at_risk");
    assertFalse(atRisk.isEmpty());
    for (String one : atRisk) {
      assertTrue(one.contains("\"cause\":\"roads\""), one);
    }
    for (int i = 0; i < 500 && !booking(id).state().equals("completed"); i++) {
      pass(20_000);
      tries(desk -> desk.board(id, new BoardInput(null, null)));
    }
    assertEquals("completed", booking(id).state());
    List<String> broken = events("promise_broken");
    assertFalse(broken.isEmpty());
    for (String one : broken) {
      assertTrue(one.contains("\"cause\":\"roads\""), one);
    }
  }

  /** Who looks where vehicles are reckons with the roads as they are. */
  @Test
  void aVehicleThatIsAsSlowAsItsRoadsKeepsToItsPlan() throws Exception {
    List<RoadSpeedInput> all = CLASSES.stream().map(one -> roads(one, 0.3)).toList();
    put(new RoadSpeedsInput(all, "ice"));
    List<VehicleView> idle = ask(AreaDesk::vehicles);
    BookingView booked = book("anna", someWayOff(), 400, 0);
    String bus = vehicleOf(booked);
    StopView home =
        area.stops().stream()
            .filter(stop -> idle.stream().anyMatch(one -> isAt(one, bus, stop)))
            .findAny()
            .orElseThrow();
    pass(1_000);
    assertEquals(1, events("vehicle_departed").size());
    PositionInput position = new PositionInput(1L, home.stopLat(), home.stopLon(), at(now.get()));
    order(desk -> desk.report(bus, position));
    assertEquals(List.of(), events("vehicle_located"));
  }

  /** A stop to which the next vehicle drives for some minutes. */
  private int someWayOff() throws Exception {
    for (int stop = 5; stop < 400; stop += 5) {
      for (OfferView offer : quote("anna", stop, 400, 0, null).offers()) {
        if (offer.plannedPickupTime().toInstant().toEpochMilli() - now.get() > 150_000) {
          return stop;
        }
      }
    }
    throw new AssertionError("all stops are near");
  }

  private static boolean isAt(VehicleView vehicle, String id, StopView stop) {
    return vehicle.vehicleId().equals(id) && stop.stopId().equals(vehicle.stopId());
  }

  @Test
  void ridesThatAreCutOffAreTold() throws Exception {
    BookingView booked = book("anna", 0, 400, 0);
    StopView stop =
        area.stops().stream()
            .filter(one -> one.stopId().equals(booked.dropOffStopId()))
            .findAny()
            .orElseThrow();
    RoadSpeedInput closed = new RoadSpeedInput(null, stop.stopLat(), stop.stopLon(), null, 0.0);
    RoadSpeedsView view = put(input(closed));
    assertTrue(view.speeds().get(0).road() != null);
    List<String> legs = events("leg_cut_off");
    assertFalse(legs.isEmpty());
    assertTrue(legs.get(0).contains("\"to_stop_id\":\"" + stop.stopId() + "\""), legs.get(0));
    List<String> rides = events("ride_affected");
    assertTrue(rides.get(0).contains("\"stop_id\":\"" + stop.stopId() + "\""), rides.get(0));
    for (OfferView offer : quote("bert", 0, 400, 0, null).offers()) {
      assertNotEquals(stop.stopId(), offer.dropOffStopId());
    }
    assertEquals("cancelled", order(desk -> desk.riders().callOff(booked.bookingId())).state());
    restart(false);
    assertEquals("cancelled", booking(booked.bookingId()).state());
  }

  @Test
  void withAllRoadsClosedNobodyIsPromisedAnything() throws Exception {
    book("anna", 0, 400, 0);
    List<RoadSpeedInput> all = new ArrayList<>();
    for (String one :
        List.of("trunk", "living_street", "service", "road", "track", "busway", "path", "other")) {
      all.add(roads(one, 0));
    }
    CLASSES.forEach(one -> all.add(roads(one, 0)));
    put(new RoadSpeedsInput(all, "flood"));
    assertEquals(List.of(), offers());
    // A new day brings further shifts, to which no open road leads either.
    pass(2 * DAY);
    restart(true);
    assertEquals(List.of(), offers());
    put(USUAL);
    assertFalse(offers().isEmpty());
    restart(false);
    assertFalse(offers().isEmpty());
  }

  @Test
  void whatHoldsAlreadyIsNotDoneAgain() throws Exception {
    RoadSpeedsView first = put(input(roads("primary", 0.5), roadAt(30, null, 0)));
    assertEquals(at(START).toInstant(), Objects.requireNonNull(first.since()).toInstant());
    now.addAndGet(60_000);
    assertEquals(first, put(input(roads("primary", 0.5), roadAt(30, null, 0))));
    assertEquals(1, events(Roads.CHANGED).size());
    RoadSpeedsView other =
        put(new RoadSpeedsInput(List.of(roads("primary", 0.5)), "another reason"));
    assertNotEquals(first.since(), other.since());
    assertEquals(2, events(Roads.CHANGED).size());
    assertEquals(other, ask(AreaDesk::roadSpeeds));
  }

  @Test
  void theLaterOfTwoAtOnceHolds() throws Exception {
    List<CompletableFuture<RoadSpeedsView>> all = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      all.add(area.setRoadSpeeds(input(roads("primary", i / 10.0))));
    }
    // Dispatch goes on meanwhile.
    assertFalse(quote("anna", 0, 400, 0, null).offers().isEmpty());
    for (int i = 0; i < 6; i++) {
      assertEquals((i + 1) / 10.0, all.get(i).get().speeds().get(0).speedFactor());
    }
    assertEquals(all.get(5).get(), ask(AreaDesk::roadSpeeds));
    assertEquals(6, events(Roads.CHANGED).size());
  }

  @Test
  void aFactorMayHoldInOneDirectionOnly() throws Exception {
    RoadSpeedInput both = roadAt(30, null, 0.5);
    int found = 0;
    for (int heading = 0; heading < 360; heading += 10) {
      RoadSpeedInput one =
          new RoadSpeedInput(null, both.lat(), both.lon(), heading, both.speedFactor());
      try {
        assertEquals(heading, put(input(one)).speeds().get(0).heading());
        found++;
      } catch (Refusal e) {
        assertEquals("speeds[0].heading", e.field());
        assertTrue(e.getMessage().contains(", was " + heading + "; the road there leads to "));
      }
    }
    assertTrue(found > 9 && found < 36, "found " + found);
  }

  @Test
  void roadsThatMakeNoSenseAreRefused() throws Exception {
    RoadSpeedInput good = roads("primary", 0.5);
    refused("speeds[1].speed_factor", "was 0.005", good, roads("trunk", 0.005));
    refused("speeds[1].road_class", "as speeds[0] does", good, roads("primary", 2));
    refused("speeds[1].road_class", "was 'lane'", good, roads("lane", 2));
    refused("speeds[1].road_class", "or else lat and lon", good, roadless());
    refused("speeds[1].lat", "as speeds[0] does", roadAt(30, null, 0), roadAt(30, null, 2));
    RoadSpeedInput sea = new RoadSpeedInput(null, 57.5, 11.5, null, 1.0);
    refused("speeds[1].lat", "within 50 m of a road for cars, was 57.5, 11.5", good, sea);
    refused("speeds[0].lon", "is missing", new RoadSpeedInput(null, 57.7, null, null, 1.0));
    refused(
        "speeds[0].road_class",
        "was 'primary'",
        new RoadSpeedInput("primary", 57.7, 11.9, null, 1.0));
    assertEquals(List.of(), events(Roads.CHANGED));
  }

  /** Another fleet, and perhaps another map: roads are looked for again. */
  @Test
  void aChangedAreaKeepsItsRoads() throws Exception {
    RoadSpeedsView before = put(input(roads("primary", 0.5), roadAt(30, null, 0)));
    fleet(7);
    restart(true);
    assertEquals(7, ask(AreaDesk::vehicles).size());
    assertEquals(before, ask(AreaDesk::roadSpeeds));
    RoadFinder finder = new RoadFinder(setup().map().network());
    List<RoadSpeed> found = finder.find(List.of(roads("primary", 0.5), roadAt(30, null, 0)));
    RoadSpeedInput sea = new RoadSpeedInput(null, 57.5, 11.5, null, 1.0);
    List<RoadSpeed> gone = List.of(new RoadSpeed(sea, 3, true, true), found.get(1));
    assertEquals(List.of(found.get(1)), finder.findAgain(gone));
  }

  private static RoadSpeedInput roadless() {
    return new RoadSpeedInput(null, null, null, null, 1.0);
  }

  private void refused(String field, String message, RoadSpeedInput... speeds) {
    Refusal refusal = assertThrows(Refusal.class, () -> area.setRoadSpeeds(input(speeds)));
    assertEquals(Refusal.Kind.INVALID, refusal.kind());
    assertEquals(field, refusal.field());
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
