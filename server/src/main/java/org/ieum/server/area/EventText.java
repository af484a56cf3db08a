package org.ieum.server.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.ArrivalReported;
import org.ieum.dispatch.DispatchEvent.ImprovedRoute;
import org.ieum.dispatch.DispatchEvent.LegCutOff;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.PromiseRestored;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RideFailed;
import org.ieum.dispatch.DispatchEvent.RideInterrupted;
import org.ieum.dispatch.DispatchEvent.RideReassigned;
import org.ieum.dispatch.DispatchEvent.RideReleased;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.ShiftLate;
import org.ieum.dispatch.DispatchEvent.ShiftShortened;
import org.ieum.dispatch.DispatchEvent.StopBroughtForward;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleHeld;
import org.ieum.dispatch.DispatchEvent.VehicleLocated;
import org.ieum.dispatch.DispatchEvent.VehicleOut;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.dispatch.PromiseLimit;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.StopPoint;
import org.ieum.server.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the dispatcher tells as events of the journal: stops, vehicles and bookings by their
 * ids, times in UTC. The same content gives the same text.
 */
final class EventText {
  /** Types of events that somebody decided; all others follow from them and the time. */
  static final String CONFIRMED = "ride_confirmed";

  static final String CANCELLED = "ride_cancelled";
  static final String BOARDED = "rider_boarded";
  static final String NO_SHOW = "rider_no_show";
  static final String STOP_CLOSED = "stop_closed";
  static final String STOP_REOPENED = "stop_reopened";
  static final String OPENED = "area_opened";
  static final String CONFIGURED = "area_configured";
  static final String DAY_BEGUN = "day_begun";
  static final String SHIFT_ADDED = "shift_added";
  static final String LOCATED = "vehicle_located";
  static final String ARRIVAL_REPORTED = "arrival_reported";
  static final String BROUGHT_FORWARD = "stop_brought_forward";
  private static final Pattern NUMBERED_REQUEST = Pattern.compile("\\brequest ([0-9]{1,18})\\b");
  private static final Pattern NUMBERED_VEHICLE = Pattern.compile("\\bvehicle ([0-9]{1,9})\\b");

  static final String VEHICLE_OUT = "vehicle_out";
  static final String SHIFT_SHORTENED = "shift_shortened";
  static final String RELEASED = "ride_released";
  static final String ANNOUNCED = "vehicle_announced";
  static final String IMPROVED = "routes_improved";
  static final String REPOSITIONED = "vehicle_repositioned";
  static final String REASSIGNED = "ride_reassigned";
  static final String FAILED = "ride_failed";
  static final String CONTACT_LOST = "contact_lost";
  static final String CONTACT_RESTORED = "contact_restored";
  static final String REASON_GIVEN = "reason_given";
  static final String SERVICE_RESUMED = "service_resumed";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String area;
  private final List<StopPoint> stops;
  private final List<FleetVehicle> fleet;
  private final Map<String, Integer> stopIndex = new HashMap<>();
  private final Map<String, Integer> vehicleIndex = new HashMap<>();

  EventText(String area, List<StopPoint> stops, List<FleetVehicle> fleet) {
    this.area = area;
    this.stops = stops;
    this.fleet = fleet;
    for (int i = 0; i < stops.size(); i++) {
      stopIndex.put(stops.get(i).id(), i);
    }
    for (int v = 0; v < fleet.size(); v++) {
      vehicleIndex.put(fleet.get(v).id(), v);
    }
  }

  /** An empty object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }

  /** The id of a booking by the number of its request. */
  String bookingId(long request) {
    return area + "-" + request;
  }

  /** The number of a request by the id of its booking, or -1. */
  long request(String bookingId) {
    String prefix = area + "-";
    if (!bookingId.startsWith(prefix) || bookingId.length() > prefix.length() + 18) {
      return -1;
    }
    String digits = bookingId.substring(prefix.length());
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : -1;
  }

  String vehicleId(int vehicle) {
    return fleet.get(vehicle).id();
  }

  /** The index of a vehicle, or -1. */
  int vehicle(String id) {
    return vehicleIndex.getOrDefault(id, -1);
  }

  String stopId(int stopPoint) {
    return stops.get(stopPoint).id();
  }

  /** The index of a stop point, or -1. */
  int stop(String id) {
    return stopIndex.getOrDefault(id, -1);
  }

  /** The id of a stop point; null on the road or nowhere. */
  @Nullable String findStopId(int place) {
    return place >= 0 && place < stops.size() ? stopId(place) : null;
  }

  /** An event that the dispatcher told, with data of its own. */
  JournalEvent toJournal(long seq, DispatchEvent event, AreaTimes times, ObjectNode more) {
    ObjectNode data = object();
    Subject subject = describe(event, times, data);
    data.setAll(more);
    return new JournalEvent(
        seq,
        times.toUtc(event.time()),
        subject.type(),
        subject.request() < 0 ? null : bookingId(subject.request()),
        subject.vehicle() < 0 ? null : vehicleId(subject.vehicle()),
        text(data));
  }

  /** What an event is about. */
  private record Subject(String type, long request, int vehicle) {}

  private Subject describe(DispatchEvent event, AreaTimes times, ObjectNode data) {
    if (event instanceof RideConfirmed e) {
      OfferText.write(e, this, times, data);
      return new Subject(CONFIRMED, e.offer().request().id(), e.vehicle());
    } else if (event instanceof RideCancelled e) {
      return new Subject(CANCELLED, e.request(), e.vehicle());
    } else if (event instanceof RiderNoShow e) {
      return new Subject(NO_SHOW, e.request(), e.vehicle());
    } else if (event instanceof RiderBoarded e) {
      data.put("passenger_count", e.party().riders()).put("wheelchairs", e.party().wheelchairs());
      return new Subject(BOARDED, e.request(), e.vehicle());
    } else if (event instanceof RiderAlighted e) {
      return new Subject("rider_alighted", e.request(), e.vehicle());
    } else if (event instanceof VehicleDeparted e) {
      place(data, "", e.fromPlace());
      place(data, "to_", e.toPlace());
      data.put("riders", e.riders()).put("wheelchairs", e.wheelchairs());
      return new Subject("vehicle_departed", -1, e.vehicle());
    } else if (event instanceof VehicleDiverted e) {
      place(data, "to_", e.toPlace());
      place(data, "", e.atPlace());
      data.put("at_time", times.toText(e.atTime()));
      return new Subject("vehicle_diverted", -1, e.vehicle());
    } else if (event instanceof VehicleArrived e) {
      place(data, "", e.place());
      data.put("kind", code(e.kind()));
      return new Subject("vehicle_arrived", -1, e.vehicle());
    }
    return describeStreet(event, times, data);
  }

  private Subject describeStreet(DispatchEvent event, AreaTimes times, ObjectNode data) {
    if (event instanceof VehicleLocated e) {
      exactPlace(data, e.atPlace());
      data.put("at_time", times.toText(e.atTime())).put("cause", e.cause().code());
      data.put("stays_on_path", e.staysOnPath());
      if (e.arrival() < RoutePlan.NEVER) {
        data.put("arrival_time", times.toText(e.arrival()));
      }
      return new Subject(LOCATED, -1, e.vehicle());
    } else if (event instanceof VehicleRepositioned e) {
      place(data, "towards_", e.towards());
      exactPlace(data, e.atPlace());
      data.put("departure_time", times.toText(e.departure()));
      data.put("at_time", times.toText(e.atTime()));
      return new Subject(REPOSITIONED, -1, e.vehicle());
    } else if (event instanceof VehicleHeld e) {
      data.put("until", times.toText(e.until()));
      return new Subject("vehicle_held", -1, e.vehicle());
    } else if (event instanceof ArrivalReported e) {
      return new Subject(ARRIVAL_REPORTED, -1, e.vehicle());
    } else if (event instanceof StopBroughtForward e) {
      data.put("stop", e.stop());
      return new Subject(BROUGHT_FORWARD, -1, e.vehicle());
    } else if (event instanceof VehicleOut e) {
      place(data, "", e.atPlace());
      data.put("until", times.toText(e.until()));
      return new Subject(VEHICLE_OUT, -1, e.vehicle());
    } else if (event instanceof ShiftShortened e) {
      data.put("planned_end", times.toText(e.plannedEnd())).put("end", times.toText(e.end()));
      return new Subject(SHIFT_SHORTENED, -1, e.vehicle());
    } else if (event instanceof RideInterrupted e) {
      data.put("was_aboard", e.wasAboard());
      return new Subject("ride_interrupted", e.request(), e.vehicle());
    } else if (event instanceof RideReleased e) {
      return new Subject(RELEASED, e.request(), e.vehicle());
    } else if (event instanceof RideReassigned e) {
      data.put("pickup_stop_id", stopId(e.pickupPlace()));
      data.put("pickup_index", e.pickupIndex()).put("drop_off_index", e.dropoffIndex());
      data.put("planned_pickup_time", times.toText(e.plannedPickup()));
      data.put("planned_drop_off_time", times.toText(e.plannedDropoff()));
      data.put("cause", e.cause().code());
      return new Subject(REASSIGNED, e.request(), e.vehicle());
    } else if (event instanceof RideFailed e) {
      data.put("cause", e.cause().code());
      return new Subject(FAILED, e.request(), -1);
    }
    return describeTrouble(event, times, data);
  }

  private Subject describeImprovement(DispatchEvent event, ObjectNode data) {
    if (event instanceof VehicleAnnounced e) {
      return new Subject(ANNOUNCED, e.request(), e.vehicle());
    } else if (event instanceof RoutesImproved e) {
      data.put("saved", e.saved());
      ArrayNode routes = data.putArray("routes");
      for (ImprovedRoute route : e.routes()) {
        ObjectNode one = routes.addObject().put("vehicle_id", vehicleId(route.vehicle()));
        ArrayNode visits = one.putArray("visits");
        route.visits().forEach(visits::add);
      }
      return new Subject(IMPROVED, -1, -1);
    }
    throw new IllegalArgumentException("unknown event " + event);
  }

  private Subject describeTrouble(DispatchEvent event, AreaTimes times, ObjectNode data) {
    if (event instanceof PromiseAtRisk e) {
      data.put("limit", code(e.limit()));
      limit(data, "promised", e.limit(), e.promised(), times);
      limit(data, "expected", e.limit(), e.expected(), times);
      data.put("cause", e.cause().code());
      return new Subject("promise_at_risk", e.request(), e.vehicle());
    } else if (event instanceof PromiseBroken e) {
      data.put("limit", code(e.limit()));
      limit(data, "promised", e.limit(), e.promised(), times);
      limit(data, "actual", e.limit(), e.actual(), times);
      data.put("cause", e.cause().code());
      return new Subject("promise_broken", e.request(), e.vehicle());
    } else if (event instanceof PromiseRestored e) {
      data.put("limit", code(e.limit()));
      return new Subject("promise_restored", e.request(), e.vehicle());
    } else if (event instanceof ShiftLate e) {
      data.put("kind", code(e.kind())).put("latest", times.toText(e.latest()));
      data.put("expected", times.toText(e.expected()));
      return new Subject("shift_late", -1, e.vehicle());
    } else if (event instanceof LegCutOff e) {
      place(data, "", e.fromPlace());
      place(data, "to_", e.toPlace());
      return new Subject("leg_cut_off", -1, e.vehicle());
    } else if (event instanceof RideAffected e) {
      place(data, "", e.place());
      return new Subject("ride_affected", e.request(), e.vehicle());
    } else if (event instanceof StopClosed e) {
      place(data, "", e.stopPoint());
      return new Subject(STOP_CLOSED, -1, -1);
    } else if (event instanceof StopReopened e) {
      place(data, "", e.stopPoint());
      return new Subject(STOP_REOPENED, -1, -1);
    } else if (event instanceof TravelTimesChanged) {
      return new Subject("travel_times_changed", -1, -1);
    }
    return describeImprovement(event, data);
  }

  /** The routes that {@link #describeImprovement} wrote. */
  List<ImprovedRoute> readRoutes(JsonNode data) {
    List<ImprovedRoute> routes = new ArrayList<>();
    for (JsonNode route : data.path("routes")) {
      List<Long> visits = new ArrayList<>();
      route.path("visits").forEach(visit -> visits.add(visit.asLong()));
      routes.add(new ImprovedRoute(vehicle(route.path("vehicle_id").asText()), visits));
    }
    return routes;
  }

  /** A place that can be read again, with the direction in which the edge is driven. */
  private void exactPlace(ObjectNode data, int place) {
    place(data, "", place);
    if (place < 0) {
      data.put("against", (~place & 1) == 1);
    }
  }

  /** The place that {@link #describeStreet} wrote. */
  int readPlace(JsonNode data) {
    return data.has("edge")
        ? ~(2 * data.path("edge").asInt() + (data.path("against").asBoolean() ? 1 : 0))
        : stop(data.path("stop_id").asText());
  }

  /** A stop by its id, or where a vehicle turns off the number of the road edge at whose end. */
  private void place(ObjectNode data, String prefix, int place) {
    if (place >= 0) {
      data.put(prefix + "stop_id", stopId(place));
    } else if (place != RoutePlan.ANYWHERE) {
      data.put(prefix + "edge", ~place >> 1);
    }
  }

  private static void limit(
      ObjectNode data, String name, PromiseLimit limit, int value, AreaTimes times) {
    if (limit == PromiseLimit.LONGEST_RIDE) {
      data.put(name + "_ms", value);
    } else {
      data.put(name, times.toText(value));
    }
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A message of the dispatcher, which knows only numbers, with the ids that clients know. */
  String withNames(String message) {
    String named =
        NUMBERED_REQUEST
            .matcher(message)
            .replaceAll(found -> "booking " + bookingId(Long.parseLong(found.group(1))));
    return NUMBERED_VEHICLE
        .matcher(named)
        .replaceAll(found -> "vehicle " + vehicleId(Integer.parseInt(found.group(1))));
  }
}
