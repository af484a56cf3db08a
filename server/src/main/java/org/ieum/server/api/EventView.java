package org.ieum.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened in an area; ids count up within the area. */
public record EventView(
    long eventId,
    String areaId,
    OffsetDateTime time,
    String type,
    @Nullable String bookingId,
    @Nullable String vehicleId,
    JsonNode data) {
  private static final String ROUTES = "routes";
  private static final String VEHICLE = "vehicle_id";

  /** The same without saying which vehicle it is about. */
  public EventView withoutVehicle() {
    ObjectNode rest = data.deepCopy();
    rest.remove("offered_" + VEHICLE);
    return new EventView(eventId, areaId, time, type, bookingId, null, rest);
  }

  /** An event of improved routes, as what it is for a booking that it gives another vehicle. */
  public EventView asMove(String booking, String from, String to) {
    ObjectNode move = data.deepCopy();
    move.removeAll();
    move.put("from_" + VEHICLE, from);
    return new EventView(eventId, areaId, time, type, booking, to, move);
  }

  /** As the driver of a vehicle sees it; nothing when it is about others. */
  public Optional<EventView> findFor(String vehicle) {
    if (vehicle.equals(vehicleId)) {
      return Optional.of(this);
    }
    for (JsonNode route : data.path(ROUTES)) {
      if (route.path(VEHICLE).asText().equals(vehicle)) {
        ObjectNode own = data.deepCopy();
        own.putArray(ROUTES).add(route);
        return Optional.of(new EventView(eventId, areaId, time, type, bookingId, vehicle, own));
      }
    }
    return Optional.empty();
  }
}
