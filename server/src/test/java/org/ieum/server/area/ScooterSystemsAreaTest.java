package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.journeys.ScooterIds;
import org.junit.jupiter.api.Test;

/** An area that manages the scooters of three systems: its own and those of two feeds. */
final class ScooterSystemsAreaTest extends ScooterLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 2, seating: 8/0}
      scooters:
        fleet:
          - {id: e1, lat: 57.70, lon: 11.96}
      """;

  private static final LatLon NORTH = new LatLon(57.71, 11.96);
  private static final LatLon SOUTH = new LatLon(57.69, 11.96);

  /** What the feeds tell, by their systems. */
  private final ConcurrentMap<String, ScooterSupply> feeds = new ConcurrentHashMap<>();

  ScooterSystemsAreaTest() {
    super(AREA);
  }

  @Override
  ScooterIds ids(ScooterIds configured) {
    return new ScooterIds("test", false);
  }

  @Override
  List<ScooterSupply> supplies(ScooterSupply own) {
    List<ScooterSupply> all = new ArrayList<>();
    all.add(own);
    for (String system : List.of("north", "south")) {
      if (feeds.containsKey(system)) {
        all.add(Objects.requireNonNull(feeds.get(system)));
      }
    }
    return all;
  }

  /** A feed tells of its scooters and of a station now. */
  private void tell(String system, LatLon place, String... ids) {
    List<Scooter> scooters = new ArrayList<>();
    for (String id : ids) {
      scooters.add(new Scooter(id, place, "", "", "", 9_000, false, false));
    }
    feeds.put(
        system,
        new ScooterSupply(
            system,
            true,
            Instant.ofEpochMilli(now.get()),
            scooters,
            List.of(new ScooterStation("plaza", "", place, 8, 0, 8, true, true)),
            List.of(),
            List.of(),
            List.of()));
  }

  private List<String> states() throws Exception {
    return ask(desk -> desk.scooters().scooters("", 1_000, at -> true, null)).stream()
        .map(one -> one.scooterId() + " " + one.state())
        .toList();
  }

  @Test
  void scootersOfOneIdAreKeptApart() throws Exception {
    tell("north", NORTH, "e1", "n2");
    tell("south", SOUTH, "e1");
    assertEquals(List.of("e1 free", "north:e1 free", "north:n2 free", "south:e1 free"), states());
    now.addAndGet(MINUTE);
    ScooterReservationView north = reserve("north:e1", "anna", NOW);
    assertEquals("north:e1", north.scooterId());
    assertEquals(NORTH.lat(), north.lat());
    assertEquals(
        List.of("e1 free", "north:e1 reserved", "north:n2 free", "south:e1 free"), states());
    reserve("e1", "bert", NOW);
    order(desk -> desk.scooters().take(north.reservationId()));
    List<String> before =
        List.of("e1 reserved", "north:e1 in_use", "north:n2 free", "south:e1 free");
    assertEquals(before, states());
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, states());
    }
    ScooterReturnInput plaza = new ScooterReturnInput(null, null, "plaza", null);
    ScooterReservationView back =
        order(desk -> desk.scooters().bringBack(north.reservationId(), plaza));
    assertEquals(NORTH.lat(), back.lat(), "at the station of its own system");
    ScooterReturnInput elsewhere = new ScooterReturnInput(57.705, 11.97, null, null);
    String again = reserve("north:e1", "anna", NOW).reservationId();
    order(desk -> desk.scooters().take(again));
    order(desk -> desk.scooters().bringBack(again, elsewhere));
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(57.705, scooter("north:e1").lat());
      assertEquals(SOUTH.lat(), scooter("south:e1").lat());
      assertEquals(57.70, scooter("e1").lat());
    }
    area.journal().verify();
  }

  @Test
  void stationsOfOtherSystemsAreNone() throws Exception {
    tell("north", NORTH, "e1");
    String id = reserve("e1", "anna", NOW).reservationId();
    order(desk -> desk.scooters().take(id));
    ScooterReturnInput plaza = new ScooterReturnInput(null, null, "plaza", null);
    Refusal refused = refusal(desk -> desk.scooters().bringBack(id, plaza));
    assertEquals(
        "station_id is not known, was 'plaza'", refused.field() + " " + refused.getMessage());
  }

  @Test
  void anOutageOfOneFeedReleasesNothing() throws Exception {
    tell("north", NORTH, "e1", "n2");
    tell("south", SOUTH, "s1");
    String id = reserve("north:e1", "anna", at(HOUR, 2 * HOUR, null)).reservationId();
    feeds.remove("north");
    now.addAndGet(MINUTE);
    tell("south", SOUTH, "s1");
    tick();
    assertEquals("reserved", reservation(id).state(), "its feed is away, the other one fresh");
    tell("north", NORTH);
    tick();
    assertEquals("reserved", reservation(id).state(), "its feed tells of no scooter at all");
    tell("north", NORTH, "e1", "n2");
    tick();
    assertEquals("reserved", reservation(id).state(), "it is there again");
    tell("north", NORTH, "n2");
    tick();
    ScooterReservationView over = reservation(id);
    assertEquals(
        "released scooter_gone north:n2",
        over.state() + " " + over.reason() + " " + over.fallbackScooterId());
    restart(false);
    assertEquals(over, reservation(id));
  }

  @Test
  void anotherSystemsScooterOfThatIdIsNoReplacementForOnesOwn() throws Exception {
    tell("north", NORTH, "e1");
    tell("south", SOUTH, "e1");
    String id = reserve("north:e1", "anna", at(HOUR, 2 * HOUR, null)).reservationId();
    now.addAndGet(MINUTE);
    tell("north", NORTH, "n3");
    tick();
    assertEquals(
        "scooter_gone north:n3",
        reservation(id).reason() + " " + reservation(id).fallbackScooterId());
  }

  private record Seen(List<ScooterSupply> supplies, Set<String> taken) {}

  private Seen look() throws Exception {
    return ask(desk -> new Seen(area.writer.desk.shelf.supplies(), area.writer.desk.shelf.taken()));
  }

  @Test
  void whatHasNotChangedIsNotPutTogetherAgain() throws Exception {
    tell("north", NORTH, "e1");
    now.addAndGet(MINUTE);
    Seen first = look();
    Seen second = look();
    assertSame(first.supplies(), second.supplies());
    assertSame(first.taken(), second.taken());
    assertEquals(Set.of(), first.taken());
    String id = reserve("north:e1", "anna", NOW).reservationId();
    Seen reserved = look();
    assertSame(first.supplies(), reserved.supplies(), "nothing stands elsewhere");
    assertEquals(Set.of("north:e1"), reserved.taken());
    order(desk -> desk.scooters().take(id));
    ScooterReturnInput there = new ScooterReturnInput(57.7, 11.97, null, null);
    order(desk -> desk.scooters().bringBack(id, there));
    Seen left = look();
    assertNotSame(first.supplies(), left.supplies());
    assertEquals(57.7, left.supplies().get(1).scooters().get(0).position().lat());
    assertSame(first.supplies().get(0), left.supplies().get(0), "the other one is as it was");
    assertEquals(Set.of(), left.taken());
    now.addAndGet(MINUTE);
    tell("north", SOUTH, "e1");
    Seen told = look();
    assertNotEquals(left.supplies(), told.supplies());
    assertEquals(SOUTH, told.supplies().get(1).scooters().get(0).position());
    assertTrue(scooter("north:e1").reservable());
  }
}
