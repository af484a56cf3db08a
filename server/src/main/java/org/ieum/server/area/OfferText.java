package org.ieum.server.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.ieum.dispatch.DispatchEvent.RideConfirmed;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.Promise;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;

/** Writes an accepted offer and where it was put into the routes, and reads it again. */
final class OfferText {
  private OfferText() {}

  /**
   * The offer with the one pickup and dropoff that were chosen, which is all that is kept of the
   * request.
   */
  static Offer compact(Offer offer) {
    return offer.withRequest(
        offer
            .request()
            .between(
                new CandidatePoint(offer.promise().pickupStopPoint(), offer.accessWalk()),
                new CandidatePoint(offer.promise().dropoffStopPoint(), offer.egressWalk())));
  }

  static void write(RideConfirmed event, EventText text, AreaTimes times, ObjectNode data) {
    Offer offer = event.offer();
    RideRequest request = offer.request();
    Promise promise = offer.promise();
    data.put("rider_number", request.rider());
    data.put("time_type", EventText.code(request.timeType()));
    data.put("requested_time", times.toText(request.time()));
    data.put("passenger_count", request.party().riders());
    data.put("wheelchairs", request.party().wheelchairs());
    data.put("pickup_stop_id", text.stopId(promise.pickupStopPoint()));
    data.put("drop_off_stop_id", text.stopId(promise.dropoffStopPoint()));
    data.put("access_walk_ms", offer.accessWalk());
    data.put("egress_walk_ms", offer.egressWalk());
    data.put("pickup_window_start", times.toText(promise.pickupWindow().earliest()));
    data.put("pickup_window_end", times.toText(promise.pickupWindow().latest()));
    data.put("latest_drop_off_time", times.toText(promise.latestDropoff()));
    data.put("max_ride_ms", promise.maxRideDuration());
    data.put("direct_ms", offer.directDuration());
    data.put("offered_vehicle_id", text.vehicleId(offer.vehicle()));
    data.put("offered_pickup_time", times.toText(offer.plannedPickup()));
    data.put("offered_drop_off_time", times.toText(offer.plannedDropoff()));
    data.put("cost", offer.cost());
    data.put("expires_at", times.toText(offer.expiresAt()));
    data.put("pickup_index", event.pickupIndex());
    data.put("drop_off_index", event.dropoffIndex());
    data.put("planned_pickup_time", times.toText(event.plannedPickup()));
    data.put("planned_drop_off_time", times.toText(event.plannedDropoff()));
  }

  /** Reads the offer of a confirmed ride. */
  static Offer read(long request, JsonNode data, EventText text, AreaTimes times) {
    int pickup = text.stop(data.path("pickup_stop_id").asText());
    int dropoff = text.stop(data.path("drop_off_stop_id").asText());
    int accessWalk = data.path("access_walk_ms").asInt();
    int egressWalk = data.path("egress_walk_ms").asInt();
    RideRequest asked =
        new RideRequest(
            request,
            data.path("rider_number").asLong(),
            TimeType.valueOf(data.path("time_type").asText().toUpperCase(Locale.ROOT)),
            time(data, "requested_time", times),
            new Party(data.path("passenger_count").asInt(), data.path("wheelchairs").asInt()),
            List.of(new CandidatePoint(pickup, accessWalk)),
            List.of(new CandidatePoint(dropoff, egressWalk)));
    Promise promise =
        new Promise(
            pickup,
            dropoff,
            new TimeWindow(
                time(data, "pickup_window_start", times), time(data, "pickup_window_end", times)),
            time(data, "latest_drop_off_time", times),
            data.path("max_ride_ms").asInt());
    return new Offer(
        asked,
        promise,
        accessWalk,
        egressWalk,
        data.path("direct_ms").asInt(),
        text.vehicle(data.path("offered_vehicle_id").asText()),
        time(data, "offered_pickup_time", times),
        time(data, "offered_drop_off_time", times),
        data.path("cost").asLong(),
        time(data, "expires_at", times));
  }

  /** The offer of a ride that another vehicle took on, perhaps elsewhere and with fewer people. */
  static Offer readChange(Offer offer, JsonNode data, EventText text) {
    Promise promise = offer.promise();
    Party party = new Party(data.path("passenger_count").asInt(), data.path("wheelchairs").asInt());
    return offer
        .withRequest(offer.request().withParty(party))
        .withPromise(
            new Promise(
                text.stop(data.path("pickup_stop_id").asText()),
                promise.dropoffStopPoint(),
                promise.pickupWindow(),
                promise.latestDropoff(),
                promise.maxRideDuration()));
  }

  private static int time(JsonNode data, String field, AreaTimes times) {
    return times.ofText(data.path(field).asText());
  }
}
