package org.ieum.server.simulate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ieum.demand.RequestedTrip;
import org.ieum.model.Offer;
import org.ieum.model.Rejection;
import org.ieum.simulation.RequestLog;
import org.jspecify.annotations.Nullable;

/**
 * {@code requests.csv}: one row for each request. Times of the service day, durations in seconds.
 */
final class RequestTable {
  private static final List<String> COLUMNS =
      List.of(
          "request_id",
          "rider_id",
          "outcome",
          "rejection_reason",
          "rejection_detail",
          "request_time",
          "time_type",
          "requested_time",
          "pickup_lat",
          "pickup_lon",
          "drop_off_lat",
          "drop_off_lon",
          "passenger_count",
          "wheelchairs",
          "vehicle_id",
          "pickup_stop_id",
          "drop_off_stop_id",
          "access_walk_duration",
          "egress_walk_duration",
          "pickup_window_start",
          "pickup_window_end",
          "latest_drop_off_time",
          "max_ride_duration",
          "direct_duration",
          "planned_pickup_time",
          "planned_drop_off_time",
          "vehicle_arrival_time",
          "boarding_time",
          "departure_time",
          "drop_off_time",
          "wait_duration",
          "ride_duration",
          "promise_kept");

  private static final int OFFER_COLUMNS = 12;
  private static final int RIDE_COLUMNS = 7;

  private RequestTable() {}

  static void write(Day day, Path file) throws IOException {
    try (Table table = Table.open(file, COLUMNS)) {
      for (RequestLog request : day.result().requests()) {
        table.row(row(day, request));
      }
    }
  }

  private static List<@Nullable Object> row(Day day, RequestLog request) {
    RequestedTrip trip = request.trip();
    Rejection rejection = request.rejection();
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(trip.id());
    row.add(trip.rider());
    row.add(request.outcome().code());
    row.add(rejection == null ? null : rejection.reason().code());
    row.add(rejection == null ? null : rejection.detail());
    row.add(Clock.time(trip.submitted()));
    row.add(trip.timeType().name().toLowerCase(Locale.ROOT));
    row.add(Clock.time(trip.time()));
    row.add(degrees(trip.origin().lat()));
    row.add(degrees(trip.origin().lon()));
    row.add(degrees(trip.destination().lat()));
    row.add(degrees(trip.destination().lon()));
    row.add(trip.party().size());
    row.add(trip.party().wheelchairs());
    Offer offer = request.offer();
    if (offer == null) {
      row.addAll(Collections.nCopies(OFFER_COLUMNS + RIDE_COLUMNS, null));
      return row;
    }
    addOffer(day, request, offer, row);
    addRide(request, row);
    return row;
  }

  private static void addOffer(
      Day day, RequestLog request, Offer offer, List<@Nullable Object> row) {
    row.add(day.vehicleId(request.vehicle()));
    row.add(day.stopId(offer.promise().pickupStopPoint()));
    row.add(day.stopId(offer.promise().dropoffStopPoint()));
    row.add(Clock.seconds(offer.accessWalk()));
    row.add(Clock.seconds(offer.egressWalk()));
    row.add(Clock.time(offer.promise().pickupWindow().earliest()));
    row.add(Clock.time(offer.promise().pickupWindow().latest()));
    row.add(Clock.time(offer.promise().latestDropoff()));
    row.add(Clock.seconds(offer.promise().maxRideDuration()));
    row.add(Clock.seconds(offer.directDuration()));
    row.add(Clock.time(request.plannedPickup()));
    row.add(Clock.time(request.plannedDropoff()));
  }

  private static void addRide(RequestLog request, List<@Nullable Object> row) {
    row.add(time(request.vehicleArrived()));
    row.add(time(request.boardedAt()));
    row.add(time(request.departedAt()));
    row.add(time(request.alightedAt()));
    boolean served = request.isServed();
    row.add(served ? Clock.seconds(request.waiting()) : null);
    row.add(served ? Clock.seconds(request.riding()) : null);
    row.add(served ? request.isPromiseKept() : null);
  }

  private static @Nullable String time(int millis) {
    return millis == RequestLog.NONE ? null : Clock.time(millis);
  }

  static String degrees(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }
}
