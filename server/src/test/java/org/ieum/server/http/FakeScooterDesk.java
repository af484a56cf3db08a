package org.ieum.server.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ieum.model.LatLon;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.ScooterReservationInput;
import org.ieum.server.api.ScooterReservationView;
import org.ieum.server.api.ScooterReturnInput;
import org.ieum.server.api.ScooterView;
import org.ieum.server.area.ScooterDesk;
import org.jspecify.annotations.Nullable;

/** Scooters e1 and e2 of the area's own, at 37.5 and 37.6 north, and x:e3, which is another's. */
final class FakeScooterDesk implements ScooterDesk {
  private static final List<ScooterView> SCOOTERS =
      List.of(scooter("e1", "a", 37.5), scooter("e2", "a", 37.6), scooter("x:e3", "x", 37.5));

  private final Map<String, ScooterReservationView> reservations = new TreeMap<>();

  private static ScooterView scooter(String id, String system, double lat) {
    boolean managed = system.equals("a");
    return new ScooterView(
        id, "a", system, managed, managed, "free", lat, 127, null, "scooter_standing", 9_000);
  }

  @Override
  public List<ScooterView> scooters(
      String afterId, int limit, Predicate<LatLon> region, @Nullable LatLon near) {
    Stream<ScooterView> found =
        SCOOTERS.stream()
            .filter(one -> one.scooterId().compareTo(afterId) > 0)
            .filter(one -> region.test(new LatLon(one.lat(), one.lon())));
    if (near != null && near.lat() > 37.55) {
      found = found.sorted((a, b) -> Double.compare(b.lat(), a.lat()));
    }
    return found.limit(limit).toList();
  }

  @Override
  public ScooterView scooter(String scooterId) {
    return SCOOTERS.stream()
        .filter(one -> one.scooterId().equals(scooterId))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("scooter " + scooterId + " is not known"));
  }

  @Override
  public Map<String, Integer> managedByState() {
    return Map.of("free", 2);
  }

  @Override
  public ScooterReservationView reserve(
      String scooterId, String riderId, ScooterReservationInput input) {
    if (!scooter(scooterId).reservable()) {
      throw Refusal.conflict("scooter " + scooterId + " cannot be reserved here");
    }
    String id = "a-r" + (reservations.size() + 1);
    return put(id, scooterId, riderId, "reserved", null);
  }

  private ScooterReservationView put(
      String id, String scooterId, String riderId, String state, @Nullable String reason) {
    ScooterReservationView view =
        new ScooterReservationView(
            id,
            "a",
            scooterId,
            riderId,
            null,
            state,
            FakeDesk.TIME,
            FakeDesk.TIME.plusMinutes(30),
            FakeDesk.TIME.plusMinutes(10),
            FakeDesk.TIME,
            37.5,
            127,
            null,
            reason,
            null,
            1);
    reservations.put(id, view);
    return view;
  }

  @Override
  public ScooterReservationView reservation(String reservationId) {
    ScooterReservationView found = reservations.get(reservationId);
    if (found == null) {
      throw Refusal.notFound("scooter reservation " + reservationId + " is not known");
    }
    return found;
  }

  private ScooterReservationView change(String id, String state, @Nullable String reason) {
    ScooterReservationView before = reservation(id);
    return put(id, before.scooterId(), before.riderId(), state, reason);
  }

  @Override
  public ScooterReservationView cancel(String reservationId) {
    return change(reservationId, "released", "cancelled");
  }

  @Override
  public ScooterReservationView take(String reservationId) {
    return change(reservationId, "riding", null);
  }

  @Override
  public ScooterReservationView bringBack(String reservationId, ScooterReturnInput input) {
    return change(reservationId, "returned", null);
  }
}
