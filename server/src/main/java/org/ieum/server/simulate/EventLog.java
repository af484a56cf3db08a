package org.ieum.server.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.DispatchEvent.LegCutOff;
import org.ieum.dispatch.DispatchEvent.PromiseAtRisk;
import org.ieum.dispatch.DispatchEvent.PromiseBroken;
import org.ieum.dispatch.DispatchEvent.PromiseRestored;
import org.ieum.dispatch.DispatchEvent.RideAffected;
import org.ieum.dispatch.DispatchEvent.RideCancelled;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.dispatch.DispatchEvent.RiderAlighted;
import org.ieum.dispatch.DispatchEvent.RiderBoarded;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.RoutesImproved;
import org.ieum.dispatch.DispatchEvent.ShiftLate;
import org.ieum.dispatch.DispatchEvent.StopClosed;
import org.ieum.dispatch.DispatchEvent.StopReopened;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.dispatch.DispatchEvent.VehicleAnnounced;
import org.ieum.dispatch.DispatchEvent.VehicleArrived;
import org.ieum.dispatch.DispatchEvent.VehicleDeparted;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchEvent.VehicleHeld;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.dispatch.PromiseLimit;
import org.ieum.model.Rejection;
import org.ieum.simulation.RequestLog;

/**
 * {@code events.ndjson}: everything that happened, one JSON object a line, in order of time. Places
 * are stop ids; where a vehicle turns off on the road, the number of the road edge at whose end it
 * does.
 */
final class EventLog {
  private final Day day;
  private final BufferedWriter out;
  private final ObjectMapper mapper = new ObjectMapper();
  private int asked;

  private EventLog(Day day, BufferedWriter out) {
    this.day = day;
    this.out = out;
  }

  static void write(Day day, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      EventLog log = new EventLog(day, out);
      for (DispatchEvent event : day.result().events()) {
        log.askUntil(event.time());
        log.line(log.object(event));
      }
      log.askUntil(Integer.MAX_VALUE);
    }
  }

  private void line(ObjectNode object) throws IOException {
    out.write(mapper.writeValueAsString(object));
    out.write('\n');
  }

  /** Writes the requests up to a time; they come first at equal times. */
  private void askUntil(int time) throws IOException {
    var requests = day.result().requests();
    for (; asked < requests.size() && requests.get(asked).trip().submitted() <= time; asked++) {
      RequestLog request = requests.get(asked);
      int submitted = request.trip().submitted();
      line(start(submitted, "ride_requested").put("request_id", request.trip().id()));
      Rejection rejection = request.rejection();
      if (rejection != null) {
        line(
            start(submitted, "ride_rejected")
                .put("request_id", request.trip().id())
                .put("reason", rejection.reason().code()));
      }
    }
  }

  private ObjectNode start(int time, String type) {
    return mapper.createObjectNode().put("time", Clock.time(time)).put("type", type);
  }

  private ObjectNode object(DispatchEvent event) {
    if (event instanceof RideConfirmed confirmed) {
      return start(event.time(), "ride_confirmed")
          .put("request_id", requestId(confirmed.offer().request().id()))
          .put("vehicle_id", day.vehicleId(confirmed.vehicle()))
          .put("pickup_stop_id", day.stopId(confirmed.offer().promise().pickupStopPoint()))
          .put("drop_off_stop_id", day.stopId(confirmed.offer().promise().dropoffStopPoint()))
          .put("planned_pickup_time", Clock.time(confirmed.plannedPickup()))
          .put("planned_drop_off_time", Clock.time(confirmed.plannedDropoff()));
    } else if (event instanceof RideCancelled cancelled) {
      return ride(event, "ride_cancelled", cancelled.request(), cancelled.vehicle());
    } else if (event instanceof RiderNoShow noShow) {
      return ride(event, "rider_no_show", noShow.request(), noShow.vehicle());
    } else if (event instanceof RiderBoarded boarded) {
      return ride(event, "rider_boarded", boarded.request(), boarded.vehicle())
          .put("passenger_count", boarded.party().size());
    } else if (event instanceof RiderAlighted alighted) {
      return ride(event, "rider_alighted", alighted.request(), alighted.vehicle());
    } else if (event instanceof VehicleDeparted departed) {
      return vehicle(event, "vehicle_departed", departed.vehicle())
          .put("from", place(departed.fromPlace()))
          .put("to", place(departed.toPlace()))
          .put("passenger_count", departed.riders() + departed.wheelchairs());
    } else if (event instanceof VehicleDiverted diverted) {
      return vehicle(event, "vehicle_diverted", diverted.vehicle())
          .put("to", place(diverted.toPlace()))
          .put("at", place(diverted.atPlace()))
          .put("at_time", Clock.time(diverted.atTime()));
    } else if (event instanceof VehicleRepositioned moved) {
      return vehicle(event, "vehicle_repositioned", moved.vehicle())
          .put("towards", place(moved.towards()))
          .put("at", place(moved.atPlace()))
          .put("at_time", Clock.time(moved.atTime()));
    } else if (event instanceof VehicleArrived arrived) {
      return vehicle(event, "vehicle_arrived", arrived.vehicle())
          .put("at", place(arrived.place()))
          .put("stop_kind", arrived.kind().name().toLowerCase(Locale.ROOT));
    }
    return change(event);
  }

  /** What the operator or the roads change. */
  private ObjectNode change(DispatchEvent event) {
    if (event instanceof TravelTimesChanged) {
      return start(event.time(), "travel_times_changed");
    } else if (event instanceof PromiseAtRisk broken) {
      ObjectNode object =
          ride(event, "promise_at_risk", broken.request(), broken.vehicle())
              .put("limit", broken.limit().code());
      return broken.limit() == PromiseLimit.LONGEST_RIDE
          ? object
              .put("promised_duration", Clock.seconds(broken.promised()))
              .put("expected_duration", Clock.seconds(broken.expected()))
          : object
              .put("promised_time", Clock.time(broken.promised()))
              .put("expected_time", Clock.time(broken.expected()));
    } else if (event instanceof PromiseBroken broken) {
      ObjectNode object =
          ride(event, "promise_broken", broken.request(), broken.vehicle())
              .put("limit", broken.limit().code())
              .put("cause", broken.cause().code());
      return broken.limit() == PromiseLimit.LONGEST_RIDE
          ? object
              .put("promised_duration", Clock.seconds(broken.promised()))
              .put("actual_duration", Clock.seconds(broken.actual()))
          : object
              .put("promised_time", Clock.time(broken.promised()))
              .put("actual_time", Clock.time(broken.actual()));
    } else if (event instanceof VehicleHeld held) {
      return vehicle(event, "vehicle_held", held.vehicle())
          .put("until_time", Clock.time(held.until()));
    } else if (event instanceof PromiseRestored restored) {
      return ride(event, "promise_restored", restored.request(), restored.vehicle())
          .put("limit", restored.limit().code());
    } else if (event instanceof ShiftLate late) {
      return vehicle(event, "shift_late", late.vehicle())
          .put("stop_kind", late.kind().name().toLowerCase(Locale.ROOT))
          .put("latest_time", Clock.time(late.latest()))
          .put("expected_time", Clock.time(late.expected()));
    } else if (event instanceof LegCutOff cutOff) {
      return vehicle(event, "leg_cut_off", cutOff.vehicle())
          .put("from", place(cutOff.fromPlace()))
          .put("to", place(cutOff.toPlace()));
    } else if (event instanceof RideAffected affected) {
      return ride(event, "ride_affected", affected.request(), affected.vehicle())
          .put("at", place(affected.place()));
    } else if (event instanceof StopClosed closed) {
      return start(event.time(), "stop_closed").put("at", place(closed.stopPoint()));
    } else if (event instanceof StopReopened reopened) {
      return start(event.time(), "stop_reopened").put("at", place(reopened.stopPoint()));
    }
    return improvement(event);
  }

  /** What the optimiser changes. */
  private ObjectNode improvement(DispatchEvent event) {
    if (event instanceof VehicleAnnounced announced) {
      return ride(event, "vehicle_announced", announced.request(), announced.vehicle());
    } else if (event instanceof RoutesImproved improved) {
      ObjectNode object = start(event.time(), "routes_improved");
      object.put("saved", Clock.seconds(improved.saved()));
      ArrayNode vehicles = object.putArray("vehicle_ids");
      improved.routes().forEach(route -> vehicles.add(day.vehicleId(route.vehicle())));
      return object;
    }
    throw new IllegalStateException("event of unknown type " + event);
  }

  private ObjectNode ride(DispatchEvent event, String type, long request, int vehicle) {
    return start(event.time(), type)
        .put("request_id", requestId(request))
        .put("vehicle_id", day.vehicleId(vehicle));
  }

  private long requestId(long number) {
    return day.result().requests().get((int) number).trip().id();
  }

  private ObjectNode vehicle(DispatchEvent event, String type, int vehicle) {
    return start(event.time(), type).put("vehicle_id", day.vehicleId(vehicle));
  }

  private String place(int place) {
    if (place >= 0) {
      return day.stopId(place);
    }
    return place == Integer.MIN_VALUE ? "anywhere" : "end of edge " + (~place >> 1);
  }
}
