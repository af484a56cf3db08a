package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.ieum.server.api.AffectedView;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.OutageView;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.ReassignInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoutePlanView;
import org.ieum.server.api.ShiftEndInput;
import org.ieum.server.api.ShiftEndView;
import org.ieum.server.api.ShiftInput;
import org.ieum.server.api.ShiftView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.StopVisitView;
import org.ieum.server.api.TaskView;
import org.ieum.server.api.VehicleView;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.StoredEvent;
import org.ieum.server.quantity.Seating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An area whose vehicles do not keep to their plan. */
final class StreetAreaTest {
  private static final long START = Instant.parse("2026-05-06T08:00:00Z").toEpochMilli();
  private static final int VEHICLES = 12;

  @TempDir private Path folder;

  private long now = START;
  private long sequence;
  private String url = "";
  private AreaSetup setup;
  private int settled;
  private final Random random = new Random(11);
  private final List<String> bookings = new ArrayList<>();

  @BeforeEach
  void prepare() throws Exception {
    AreaConfig config =
        AreaConfig.embedded("test", new FleetConfig(VEHICLES, Seating.parse("8/0;6/1")));
    setup = new AreaSetups(new AreaMaps(Path.of("target", "areas"))).open(config, Path.of(""));
    url = "jdbc:sqlite:" + folder.resolve("street.db");
  }

  private LiveArea start(JournalStore store, String life) throws Exception {
    LiveArea area =
        new LiveArea(setup, store.journal("test"), () -> Instant.ofEpochMilli(now), life);
    area.awaitReady();
    return area;
  }

  /** The next start has the journal alone. */
  private void forgetSnapshots() throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from snapshot");
    }
  }

  private <T> T order(LiveArea area, AreaTask<T> task) throws Exception {
    return area.order(task, null, done -> null).get();
  }

  /** Does something that may be refused, and changes nothing then; returns whether it was done. */
  private <T> boolean tryOrder(LiveArea area, AreaTask<T> task) throws Exception {
    long before = settledSeq(area);
    try {
      order(area, task);
      return true;
    } catch (ExecutionException e) {
      assertInstanceOf(Refusal.class, e.getCause(), () -> "was " + e.getCause());
      assertEquals(before, settledSeq(area), () -> "events of what was refused: " + e.getCause());
      return false;
    }
  }

  /** The last event on disk, when all has happened and been written that comes before now. */
  private long settledSeq(LiveArea area) throws Exception {
    AnswerKey key = new AnswerKey("test", "settled-" + ++settled, "");
    area.order(
            desk -> {
              assertThrows(Refusal.class, () -> desk.alight("nobody"));
              return "";
            },
            key,
            done -> new KeptAnswer(key, now, 200, done))
        .get();
    return area.journal().lastSeq();
  }

  private QuoteInput trip(LiveArea area, int from, int to, @Nullable String rider) {
    StopView pickup = area.stops().get(from);
    StopView dropOff = area.stops().get(to);
    return new QuoteInput(
        null,
        rider,
        pickup.stopLat(),
        pickup.stopLon(),
        dropOff.stopLat(),
        dropOff.stopLon(),
        null,
        null,
        1 + random.nextInt(2),
        0,
        null,
        null,
        null,
        null,
        null);
  }

  private void book(LiveArea area) throws Exception {
    int stops = area.stops().size();
    QuoteView quote =
        area.quote(trip(area, random.nextInt(stops), random.nextInt(stops), null)).get();
    if (!quote.offers().isEmpty()) {
      String offer = quote.offers().get(0).offerId();
      tryOrder(
          area,
          desk -> {
            BookingView booked = desk.book(offer);
            bookings.add(booked.bookingId());
            return booked;
          });
    }
  }

  private PositionInput at(double lat, double lon) {
    return new PositionInput(
        ++sequence, lat, lon, Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC));
  }

  private ShiftEndInput endIn(int millis) {
    return new ShiftEndInput(
        Instant.ofEpochMilli(now + millis).atOffset(ZoneOffset.UTC), "the driver is ill");
  }

  /** A day of trouble; returns how often each kind of thing could be done. */
  private Map<String, Integer> live(LiveArea area, int commands) throws Exception {
    Map<String, Integer> done = new TreeMap<>();
    List<StopView> stops = area.stops();
    for (int i = 0; i < commands; i++) {
      now += random.nextInt(30_000);
      book(area);
      String vehicle =
          area.ask(desk -> desk.vehicles()).get().get(random.nextInt(VEHICLES)).vehicleId();
      List<TaskView> tasks = area.ask(desk -> desk.tasks(vehicle)).get();
      String task = tasks.isEmpty() ? "" : tasks.get(random.nextInt(tasks.size())).taskId();
      String booking = bookings.isEmpty() ? "" : bookings.get(random.nextInt(bookings.size()));
      StopView stop = stops.get(random.nextInt(stops.size()));
      int kind = random.nextInt(14);
      boolean could =
          switch (kind) {
            case 0, 1, 2 -> {
              now += 100;
              // A leap is believed the second time.
              order(area, desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
              yield tryOrder(
                  area, desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon() + 1e-5)));
            }
            case 3 ->
                random.nextInt(4) == 0
                    && tryOrder(
                        area, desk -> desk.takeOut(vehicle, new OutageInput("smoke", null, null)));
            case 4 ->
                tryOrder(area, desk -> desk.reassign(booking, new ReassignInput("why", null)));
            case 5 ->
                tryOrder(area, desk -> desk.reassign(booking, new ReassignInput("why", vehicle)));
            case 6, 7 -> tryOrder(area, desk -> desk.arrive(task));
            case 8 -> tryOrder(area, desk -> desk.skip(task));
            case 9 -> tryOrder(area, desk -> desk.alight(booking));
            case 12 ->
                random.nextInt(4) == 0
                    && tryOrder(
                        area, desk -> desk.takeOut(vehicle, new OutageInput("", null, "bus-02")));
            case 13 -> {
              ShiftEndInput end = endIn(random.nextInt(3_600_000));
              yield random.nextInt(4) == 0 && tryOrder(area, desk -> desk.endShift(vehicle, end));
            }
            default -> tryOrder(area, desk -> desk.board(booking, new BoardInput(null, null)));
          };
      if (could) {
        done.merge("kind " + kind, 1, Integer::sum);
      }
      checkPlans(area);
    }
    return done;
  }

  /** Each live booking is in one route, which drops it off, and picks it up unless it is aboard. */
  private void checkPlans(LiveArea area) throws Exception {
    Map<String, String> droppedBy = new HashMap<>();
    Map<String, String> pickedBy = new HashMap<>();
    for (VehicleView vehicle : area.ask(desk -> desk.vehicles()).get()) {
      RoutePlanView plan = area.ask(desk -> desk.routePlan(vehicle.vehicleId())).get();
      for (StopVisitView visit : plan.stops()) {
        visit.boarding().forEach(id -> assertEquals(null, pickedBy.put(id, vehicle.vehicleId())));
        visit.alighting().forEach(id -> assertEquals(null, droppedBy.put(id, vehicle.vehicleId())));
        assertTrue(visit.riders() <= 8, visit.toString());
      }
    }
    List<BookingView> live = area.ask(desk -> desk.bookings("", 10_000, "", "")).get();
    assertEquals(live.size(), droppedBy.size());
    for (BookingView booking : live) {
      assertEquals(booking.vehicleId(), droppedBy.get(booking.bookingId()), booking.toString());
      assertEquals(
          booking.state().equals("onboard") && !pickedBy.containsKey(booking.bookingId()),
          !pickedBy.containsKey(booking.bookingId()),
          booking.toString());
    }
  }

  /** All that outlasts a restart. */
  private record Seen(List<BookingView> all, List<RoutePlanView> plans) {}

  private Seen see(LiveArea area) throws Exception {
    List<BookingView> all = new ArrayList<>();
    for (String booking : bookings) {
      all.add(area.ask(desk -> desk.booking(booking)).get());
    }
    List<RoutePlanView> plans = new ArrayList<>();
    for (VehicleView vehicle : area.ask(desk -> desk.vehicles()).get()) {
      plans.add(area.ask(desk -> desk.routePlan(vehicle.vehicleId())).get());
    }
    return new Seen(all, plans);
  }

  @Test
  void aDayOfTroubleKeepsTheRoutesTogetherAndIsReplayed() throws Exception {
    Seen before;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      Map<String, Integer> done = live(area, 700);
      for (int kind = 0; kind < 14; kind++) {
        assertTrue(done.getOrDefault("kind " + kind, 0) > 0, "kind " + kind + ": " + done);
      }
      before = see(area);
      area.close();
    }
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "b");
      Seen after = see(area);
      assertEquals(before.all().size(), after.all().size());
      for (int i = 0; i < before.all().size(); i++) {
        assertEquals(before.all().get(i), after.all().get(i));
      }
      assertEquals(before.plans(), after.plans());
      area.close();
    }
    forgetSnapshots();
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "c");
      Seen after = see(area);
      assertEquals(before.all().size(), after.all().size());
      for (int i = 0; i < before.all().size(); i++) {
        assertEquals(before.all().get(i), after.all().get(i));
      }
      assertEquals(before.plans(), after.plans());
      store.journal("test").verify();
      area.close();
    }
  }

  private List<EventView> events(LiveArea area, @Nullable String type) {
    List<EventView> found = new ArrayList<>();
    long after = 0;
    while (true) {
      List<StoredEvent> page = area.journal().read(new EventFilter(after, null, null, type), 1000);
      if (page.isEmpty()) {
        return found;
      }
      page.forEach(stored -> found.add(area.view(stored)));
      after = page.get(page.size() - 1).event().seq();
    }
  }

  private BookingView ride(LiveArea area, int from, int to) throws Exception {
    String offer = area.quote(trip(area, from, to, "anna")).get().offers().get(0).offerId();
    return order(area, desk -> desk.book(offer));
  }

  private BookingView read(LiveArea area, String booking) throws Exception {
    return area.ask(desk -> desk.booking(booking)).get();
  }

  /** Lets time go by until a booking is in a state. */
  private void await(LiveArea area, String booking, String state) throws Exception {
    for (int i = 0; i < 2_000 && !read(area, booking).state().equals(state); i++) {
      now += 5_000;
      order(area, desk -> desk.liveBookings());
    }
    assertEquals(state, read(area, booking).state());
  }

  @Test
  void ridersOfABrokenVehicleAreTakenOnByAnother() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 0, 400);
      String id = booked.bookingId();
      await(area, id, "arrived_at_pickup");
      order(area, desk -> desk.board(id, new BoardInput(null, null)));
      now += 60_000;
      String vehicle = booked.vehicleId();
      OutageView outage =
          order(area, desk -> desk.takeOut(vehicle, new OutageInput("flat tyre", null, null)));
      assertEquals(1, outage.affected().size());
      AffectedView affected = outage.affected().get(0);
      assertTrue(affected.wasAboard());
      assertEquals("assigned", affected.booking().state());
      assertFalse(vehicle.equals(affected.booking().vehicleId()));
      assertEquals("out_of_service", area.ask(desk -> desk.vehicle(vehicle)).get().state());
      await(area, id, "arrived_at_pickup");
      order(area, desk -> desk.board(id, new BoardInput(null, null)));
      await(area, id, "completed");
      assertEquals(1, events(area, "ride_reassigned").size());
      assertEquals(1, events(area, "ride_interrupted").size());
      for (EventView broken : events(area, "promise_broken")) {
        assertEquals("breakdown", broken.data().path("cause").asText());
      }
      area.close();
    }
  }

  @Test
  void aVehicleThatFallsSilentIsToldAndItsRidersAreAtRisk() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 20, 400);
      String vehicle = booked.vehicleId();
      StopView start = area.stops().get(0);
      VehicleView idle = area.ask(desk -> desk.vehicle(vehicle)).get();
      StopView home =
          area.stops().stream()
              .filter(stop -> stop.stopId().equals(idle.stopId()))
              .findFirst()
              .orElse(start);
      order(area, desk -> desk.report(vehicle, at(home.stopLat(), home.stopLon())));
      assertEquals(List.of(), events(area, "contact_lost"));
      for (int i = 0; i < 200; i++) {
        now += 10_000;
        order(area, desk -> desk.liveBookings());
        Thread.sleep(1);
      }
      // It was never seen at the pickup, so nobody may have boarded there.
      assertEquals(1, events(area, "contact_lost").size());
      assertEquals("comms_lost", area.ask(desk -> desk.vehicle(vehicle)).get().state());
      List<EventView> atRisk = events(area, "promise_at_risk");
      assertFalse(atRisk.isEmpty());
      assertEquals("no_contact", atRisk.get(atRisk.size() - 1).data().path("cause").asText());
      order(area, desk -> desk.report(vehicle, at(home.stopLat(), home.stopLon())));
      assertEquals(1, events(area, "contact_restored").size());
      area.close();
    }
  }

  /** Who sat in the vehicle while the server was down is not missing when it is back. */
  @Test
  void nobodyIsMissingWhoCouldNotBeReported() throws Exception {
    String id;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      id = ride(area, 0, 400).bookingId();
      await(area, id, "arrived_at_pickup");
      area.close();
    }
    now += 600_000;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "b");
      order(area, desk -> desk.liveBookings());
      assertEquals("arrived_at_pickup", read(area, id).state());
      assertEquals(
          "onboard", order(area, desk -> desk.board(id, new BoardInput(null, null))).state());
      await(area, id, "completed");
      assertEquals(1, events(area, "service_resumed").size());
      area.close();
    }
    forgetSnapshots();
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "c");
      assertEquals("completed", read(area, id).state());
      area.close();
    }
  }

  @Test
  void whoStaysAwayIsMissingAllTheSame() throws Exception {
    String id;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      id = ride(area, 0, 400).bookingId();
      await(area, id, "arrived_at_pickup");
      area.close();
    }
    now += 600_000;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "b");
      await(area, id, "no_show");
      area.close();
    }
  }

  @Test
  void aVehicleThatIsOutStaysOutWhereverItIsTowed() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      String vehicle = ride(area, 20, 400).vehicleId();
      order(area, desk -> desk.takeOut(vehicle, new OutageInput("flat tyre", null, null)));
      for (StopView stop : area.stops().subList(300, 303)) {
        now += 600_000;
        order(area, desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
        order(area, desk -> desk.report(vehicle, at(stop.stopLat(), stop.stopLon())));
        assertEquals("out_of_service", area.ask(desk -> desk.vehicle(vehicle)).get().state());
      }
      area.close();
    }
  }

  /** What is refused has changed nothing, also not on the way to the refusal. */
  @Test
  void whoMayNotBoardHasNotArrivedEither() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      String id = ride(area, 0, 400).bookingId();
      List<EventView> before = events(area, null);
      for (BoardInput who : List.of(new BoardInput(0, null), new BoardInput(1, 1))) {
        assertFalse(tryOrder(area, desk -> desk.board(id, who)));
      }
      assertEquals(before, events(area, null));
      area.close();
    }
  }

  @Test
  void noDriverGoesElsewhereWhileSomebodyIsWaitedFor() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView first = ride(area, 0, 400);
      String vehicle = first.vehicleId();
      for (int from : new int[] {10, 20}) {
        String offer = area.quote(trip(area, from, 400, null)).get().offers().get(0).offerId();
        BookingView other = order(area, desk -> desk.book(offer));
        if (!vehicle.equals(other.vehicleId())) {
          ReassignInput together = new ReassignInput("together", vehicle);
          order(area, desk -> desk.reassign(other.bookingId(), together));
        }
      }
      await(area, first.bookingId(), "arrived_at_pickup");
      List<TaskView> tasks = area.ask(desk -> desk.tasks(vehicle)).get();
      TaskView last =
          tasks.stream().filter(t -> t.type().equals("pickup")).reduce((a, b) -> b).orElseThrow();
      StopView there =
          area.stops().stream().filter(o -> o.stopId().equals(last.stopId())).findFirst().get();
      order(area, desk -> desk.report(vehicle, at(there.stopLat(), there.stopLon())));
      List<EventView> before = events(area, null);
      ExecutionException refused =
          assertThrows(
              ExecutionException.class, () -> order(area, desk -> desk.arrive(last.taskId())));
      assertEquals(
          "booking " + first.bookingId() + " has not boarded vehicle " + vehicle,
          assertInstanceOf(Refusal.class, refused.getCause()).getMessage());
      assertEquals(before, events(area, null));
      assertEquals(tasks, area.ask(desk -> desk.tasks(vehicle)).get());
      area.close();
    }
  }

  @Test
  void whoWasSilentBeforeARestartIsSilentAfterIt() throws Exception {
    String silent;
    String heard;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      List<VehicleView> vehicles = area.ask(desk -> desk.vehicles()).get();
      silent = vehicles.get(0).vehicleId();
      heard = vehicles.get(1).vehicleId();
      StopView stop = area.stops().get(0);
      order(area, desk -> desk.report(silent, at(stop.stopLat(), stop.stopLon())));
      awaitState(area, silent, "comms_lost");
      order(area, desk -> desk.report(heard, at(stop.stopLat(), stop.stopLon())));
      order(area, desk -> desk.liveBookings());
      area.close();
    }
    for (boolean hasSnapshot : List.of(true, false)) {
      if (!hasSnapshot) {
        forgetSnapshots();
      }
      try (JournalStore store = JournalStore.open(url)) {
        LiveArea area = start(store, "b" + hasSnapshot);
        assertEquals("comms_lost", area.ask(desk -> desk.vehicle(silent)).get().state());
        assertEquals("idle", area.ask(desk -> desk.vehicle(heard)).get().state());
        if (hasSnapshot) {
          awaitState(area, heard, "comms_lost");
          StopView stop = area.stops().get(0);
          order(area, desk -> desk.report(heard, at(stop.stopLat(), stop.stopLon())));
          assertEquals("idle", area.ask(desk -> desk.vehicle(heard)).get().state());
        }
        area.close();
      }
    }
  }

  /** Lets a minute go by in which a vehicle says nothing, and waits for it to be noticed. */
  private void awaitState(LiveArea area, String vehicle, String state) throws Exception {
    now += 61_000;
    for (int i = 0; i < 10_000; i++) {
      if (area.ask(desk -> desk.vehicle(vehicle)).get().state().equals(state)) {
        return;
      }
      Thread.sleep(1);
    }
    assertEquals(state, area.ask(desk -> desk.vehicle(vehicle)).get().state());
  }

  @Test
  void aVehicleIsSwappedWithItsRides() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 20, 400);
      List<String> others = new ArrayList<>();
      for (VehicleView vehicle : area.ask(desk -> desk.vehicles()).get()) {
        others.add(vehicle.vehicleId());
      }
      others.remove(booked.vehicleId());
      String last = booked.vehicleId();
      for (String other : others) {
        String out = last;
        OutageView outage =
            order(area, desk -> desk.takeOut(out, new OutageInput("exchange", null, other)));
        assertEquals(1, outage.affected().size());
        assertEquals(other, outage.affected().get(0).booking().vehicleId());
        last = other;
      }
      for (String nobody : List.of(last, "bus-99")) {
        String out = last;
        ExecutionException refused =
            assertThrows(
                ExecutionException.class,
                () -> order(area, desk -> desk.takeOut(out, new OutageInput("", null, nobody))));
        assertEquals(
            "must be another vehicle of the area, was '" + nobody + "'",
            assertInstanceOf(Refusal.class, refused.getCause()).getMessage());
      }
      area.close();
    }
  }

  private static ShiftView first(List<ShiftView> shifts, String vehicle) {
    return shifts.stream().filter(s -> s.vehicleId().equals(vehicle)).findFirst().orElseThrow();
  }

  @Test
  void aShiftEndsEarlierAndItsRidesGetOthers() throws Exception {
    String vehicle;
    List<ShiftView> shifts;
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 20, 400);
      vehicle = booked.vehicleId();
      List<ShiftView> planned = area.ask(desk -> desk.shifts()).get();
      ShiftEndInput soon = endIn(60_000);
      ShiftEndView ended = order(area, desk -> desk.endShift(vehicle, soon));
      assertEquals(1, ended.affected().size());
      assertEquals("assigned", ended.affected().get(0).booking().state());
      assertFalse(vehicle.equals(ended.affected().get(0).booking().vehicleId()));
      assertEquals(soon.endTime().toInstant(), ended.endTime().toInstant());

      shifts = area.ask(desk -> desk.shifts()).get();
      assertEquals(planned.size(), shifts.size());
      ShiftView first = first(shifts, vehicle);
      assertEquals(soon.endTime().toInstant(), first.endTime().toInstant());
      ExecutionException refused =
          assertThrows(
              ExecutionException.class,
              () -> order(area, desk -> desk.endShift(vehicle, endIn(120_000))));
      assertEquals("end_time", assertInstanceOf(Refusal.class, refused.getCause()).field());
      now += 120_000;
      assertEquals("off_duty", order(area, desk -> desk.vehicle(vehicle)).state());
      // Another driver takes the rest of it, from where the vehicle stands.
      ShiftView rest = first(planned, vehicle);
      ShiftInput more =
          new ShiftInput(
              vehicle,
              Instant.ofEpochMilli(now + 60_000).atOffset(ZoneOffset.UTC),
              rest.endTime(),
              rest.endStopId(),
              null);
      ShiftView added = order(area, desk -> desk.addShift(more));
      assertEquals(rest.endTime().toInstant(), added.endTime().toInstant());
      assertFalse(tryOrder(area, desk -> desk.addShift(more)), "it is there already");
      shifts = area.ask(desk -> desk.shifts()).get();
      assertEquals(planned.size(), shifts.size());
      assertEquals(added, first(shifts, vehicle));

      String rides = ended.affected().get(0).booking().bookingId();
      await(area, rides, "arrived_at_pickup");
      order(area, desk -> desk.board(rides, new BoardInput(null, null)));
      String other = read(area, rides).vehicleId();
      ExecutionException aboard =
          assertThrows(
              ExecutionException.class,
              () -> order(area, desk -> desk.endShift(other, endIn(1_000))));
      assertEquals(
          "vehicle " + other + " cannot be at the end of its shift by then",
          assertInstanceOf(Refusal.class, aboard.getCause()).getMessage());
      now += 120_000;
      assertEquals("idle", order(area, desk -> desk.vehicle(vehicle)).state());
      shifts = area.ask(desk -> desk.shifts()).get();
      area.close();
    }
    for (boolean hasSnapshot : List.of(true, false)) {
      if (!hasSnapshot) {
        forgetSnapshots();
      }
      try (JournalStore store = JournalStore.open(url)) {
        LiveArea area = start(store, "b" + hasSnapshot);
        assertEquals(shifts, area.ask(desk -> desk.shifts()).get());
        area.close();
      }
    }
  }

  @Test
  void aRideThatAVehicleCannotTakeStaysWhereItIs() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 20, 400);
      String id = booked.bookingId();
      String other = booked.vehicleId().equals("bus-01") ? "bus-02" : "bus-01";
      order(area, desk -> desk.takeOut(other, new OutageInput("flat tyre", null, null)));
      for (String vehicle : List.of(other, booked.vehicleId())) {
        ExecutionException refused =
            assertThrows(
                ExecutionException.class,
                () -> order(area, desk -> desk.reassign(id, new ReassignInput("why", vehicle))));
        assertEquals(
            "vehicle " + vehicle + " has no place for booking " + id,
            assertInstanceOf(Refusal.class, refused.getCause()).getMessage());
        assertEquals(booked.vehicleId(), read(area, id).vehicleId());
      }
      assertEquals(List.of(), events(area, "ride_released"));
      area.close();
    }
  }

  @Test
  void anAboardRiderCannotChangeVehicles() throws Exception {
    try (JournalStore store = JournalStore.open(url)) {
      LiveArea area = start(store, "a");
      BookingView booked = ride(area, 0, 400);
      String id = booked.bookingId();
      // The driver lets the rider in without having said that the vehicle is there.
      order(area, desk -> desk.board(id, new BoardInput(null, null)));
      assertEquals("onboard", read(area, id).state());
      ExecutionException refused =
          assertThrows(
              ExecutionException.class,
              () -> order(area, desk -> desk.reassign(id, new ReassignInput("nicer", null))));
      assertEquals(
          Refusal.Kind.CONFLICT, assertInstanceOf(Refusal.class, refused.getCause()).kind());
      area.close();
    }
  }
}
