package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.GeofencingZone.Polygon;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.junit.jupiter.api.Test;

/** Scooters are not left where the zones of their system forbid it. */
final class ScooterParkingAreaTest extends ScooterLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 2, seating: 8/0}
      scooters: {}
      """;

  private static final Rules NO_END = new Rules(true, false, true, false, Rules.NO_LIMIT);
  private static final Rules STATIONS = new Rules(true, true, true, true, Rules.NO_LIMIT);

  /** From west to east: free for bicycles only, a park, a square, and a strip without a name. */
  private static final ScooterSupply SUPPLY =
      new ScooterSupply(
          "test",
          true,
          Instant.EPOCH,
          List.of(new Scooter("e1", new LatLon(57.70, 11.90), "kick", "", "", -1, false, false)),
          List.of(new ScooterStation("gate", "", at(2), 8, 0, 8, true, true)),
          List.of(),
          List.of(),
          List.of(
              new GeofencingZone("Lawn", List.of(square(1)), Rules.UNRESTRICTED, List.of("bike")),
              new GeofencingZone("Bower", List.of(square(3)), Rules.UNRESTRICTED, List.of("kick")),
              new GeofencingZone("Park", List.of(square(1), square(3)), NO_END),
              new GeofencingZone("Market", List.of(square(2)), STATIONS),
              new GeofencingZone("", List.of(square(4)), NO_END, List.of("kick"))));

  ScooterParkingAreaTest() {
    super(AREA);
  }

  @Override
  List<ScooterSupply> supplies(ScooterSupply own) {
    return List.of(SUPPLY);
  }

  /** The middle of a square. */
  private static LatLon at(int place) {
    return new LatLon(57.705, 11.9 + place * 0.02);
  }

  private static Polygon square(int place) {
    double lon = at(place).lon();
    return new Polygon(
        List.of(
            new LatLon(57.70, lon - 0.005),
            new LatLon(57.70, lon + 0.005),
            new LatLon(57.71, lon + 0.005),
            new LatLon(57.71, lon - 0.005)),
        List.of());
  }

  private static ScooterReturnInput left(int place, String... station) {
    return new ScooterReturnInput(
        at(place).lat(), at(place).lon(), station.length == 0 ? null : station[0], null);
  }

  private String ride() throws Exception {
    String id = reserve("e1", "anna", NOW).reservationId();
    order(desk -> desk.scooters().take(id));
    return id;
  }

  private Map<String, Integer> states() throws Exception {
    return ask(desk -> desk.scooters().managedByState());
  }

  @Test
  void aRideEndsWhereItMay() throws Exception {
    assertEquals(Map.of("free", 1), states());
    String id = ride();
    assertEquals(Map.of("in_use", 1), states());
    long before = settle();
    for (String ban :
        List.of(
            "1 57.705, 11.92: no ride may end in zone Park",
            "2 57.705, 11.94: in zone Market scooters are left at stations only",
            "4 57.705, 11.98: no ride may end in a zone without a name")) {
      Refusal refused = refusal(desk -> desk.scooters().bringBack(id, left(ban.charAt(0) - '0')));
      assertEquals(Refusal.Kind.CONFLICT, refused.kind());
      assertEquals("scooter e1 must not be left at " + ban.substring(2), refused.getMessage());
    }
    assertEquals(before, settle());
    ScooterReservationView back = order(desk -> desk.scooters().bringBack(id, left(3)));
    assertEquals("returned", back.state(), "where an earlier zone lets it");
    String second = ride();
    back = order(desk -> desk.scooters().bringBack(second, left(2, "gate")));
    assertEquals("returned gate", back.state() + " " + back.stationId());
    String third = ride();
    assertEquals("returned", order(desk -> desk.scooters().bringBack(third, left(5))).state());
    restart(false);
    assertEquals(at(5).lon(), scooter("e1").lon());
    assertEquals(Map.of("free", 1), states());
  }
}
