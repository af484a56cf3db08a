package org.ieum.server.feeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ieum.demand.RequestedTrip;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.ieum.progress.InputException;
import org.ieum.server.quantity.ServiceTime;

/**
 * A day of ride requests as CSV. The first line names the columns, in any order:
 *
 * <ul>
 *   <li>{@code request_time}: when the rider asks, {@code HH:MM} or {@code HH:MM:SS} of the service
 *       day, up to 47:59:59
 *   <li>{@code pickup_lat, pickup_lon, drop_off_lat, drop_off_lon}: from where to where, WGS 84
 *       degrees
 *   <li>{@code requested_time}, optional: when to set out or to have arrived, not before {@code
 *       request_time}; the same when blank, but needed for {@code arrive_by}
 *   <li>{@code time_type}, optional: {@code depart_at} (when blank) or {@code arrive_by}
 *   <li>{@code passenger_count}, optional: people who travel, those in wheelchairs included; 1 when
 *       blank
 *   <li>{@code wheelchairs}, optional: how many of them are in wheelchairs; 0 when blank
 *   <li>{@code request_id}, optional column: a whole number, each once; rows are numbered from 1
 *       without it
 *   <li>{@code rider_id}, optional: a whole number; a rider of their own when blank
 * </ul>
 */
public final class RequestsFile {
  static final List<String> REQUIRED =
      List.of("request_time", "pickup_lat", "pickup_lon", "drop_off_lat", "drop_off_lon");
  static final List<String> OPTIONAL =
      List.of(
          "requested_time",
          "time_type",
          "passenger_count",
          "wheelchairs",
          "request_id",
          "rider_id");

  private static final long MAX_ID = 999_999_999_999_999L;
  private static final long OWN_RIDER = -1;

  private final FeedTable table;
  private final Region region;
  private final Map<Long, Integer> lineById = new HashMap<>();
  private final List<RequestedTrip> trips = new ArrayList<>();
  private final List<Long> riders = new ArrayList<>();

  private RequestsFile(FeedTable table, Region region) {
    this.table = table;
    this.region = region;
  }

  /**
   * Reads all requests, those outside of the region too.
   *
   * @param region where the service runs, only to recognise swapped coordinates
   * @return ordered by the time when they are made, then by id
   * @throws InputException when the file or any row is wrong
   */
  public static List<RequestedTrip> read(Path file, Region region) {
    return new RequestsFile(FeedTable.read(file, REQUIRED, OPTIONAL), region).read();
  }

  private List<RequestedTrip> read() {
    table.forEach(this::add);
    table.finish("requests");
    List<RequestedTrip> ordered = withOwnRiders();
    ordered.sort(
        Comparator.comparingInt(RequestedTrip::submitted).thenComparingLong(RequestedTrip::id));
    return ordered;
  }

  private void add(FeedRow row) {
    OptionalLong id = id(row);
    OptionalLong rider = row.findWholeNumber("rider_id", 0, MAX_ID, OWN_RIDER);
    Optional<ServiceTime> submitted = row.findTime("request_time");
    Optional<ServiceTime> time =
        row.has("requested_time") ? row.findTime("requested_time") : submitted;
    if (submitted.isPresent()
        && time.isPresent()
        && time.get().millis() < submitted.get().millis()) {
      row.fault(
          "requested_time "
              + row.text("requested_time")
              + " is before request_time "
              + row.text("request_time"));
    }
    TimeType timeType = timeType(row);
    if (timeType == TimeType.ARRIVE_BY && !row.has("requested_time")) {
      row.fault("requested_time is missing, arrive_by needs it");
    }
    Optional<LatLon> origin = row.findPlace("pickup_lat", "pickup_lon", region);
    Optional<LatLon> destination = row.findPlace("drop_off_lat", "drop_off_lon", region);
    Optional<Party> party = party(row);
    if (row.isSound()) {
      riders.add(rider.getAsLong());
      trips.add(
          new RequestedTrip(
              id.getAsLong(),
              Math.max(0, rider.getAsLong()),
              submitted.orElseThrow().millis(),
              timeType,
              time.orElseThrow().millis(),
              origin.orElseThrow(),
              destination.orElseThrow(),
              party.orElseThrow()));
    }
  }

  private OptionalLong id(FeedRow row) {
    if (!table.hasColumn("request_id")) {
      return OptionalLong.of(trips.size() + 1L);
    }
    OptionalLong id = row.findWholeNumber("request_id", 0, MAX_ID);
    if (id.isPresent()) {
      Integer line = lineById.putIfAbsent(id.getAsLong(), row.line());
      if (line != null) {
        row.fault("request_id " + id.getAsLong() + " is on line " + line + " already");
      }
    }
    return id;
  }

  private static TimeType timeType(FeedRow row) {
    String text = row.text("time_type");
    for (TimeType type : TimeType.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return type;
      }
    }
    if (!text.isBlank()) {
      row.fault("time_type must be depart_at or arrive_by, was '" + text + "'");
    }
    return TimeType.DEPART_AT;
  }

  private static Optional<Party> party(FeedRow row) {
    OptionalLong people = row.findWholeNumber("passenger_count", 1, Party.MAX_SIZE, 1);
    OptionalLong wheelchairs = row.findWholeNumber("wheelchairs", 0, Party.MAX_SIZE, 0);
    if (people.isEmpty() || wheelchairs.isEmpty()) {
      return Optional.empty();
    }
    if (wheelchairs.getAsLong() > people.getAsLong()) {
      row.fault(
          "wheelchairs must be at most passenger_count, was "
              + wheelchairs.getAsLong()
              + " of "
              + people.getAsLong());
      return Optional.empty();
    }
    int seated = (int) (people.getAsLong() - wheelchairs.getAsLong());
    return Optional.of(new Party(seated, (int) wheelchairs.getAsLong()));
  }

  /** Numbers riders that the file does not name: above those that it names, in the file's order. */
  private List<RequestedTrip> withOwnRiders() {
    long next = 1;
    for (long rider : riders) {
      next = Math.max(next, rider + 1);
    }
    List<RequestedTrip> named = new ArrayList<>();
    for (int i = 0; i < trips.size(); i++) {
      RequestedTrip trip = trips.get(i);
      named.add(riders.get(i) == OWN_RIDER ? withRider(trip, next++) : trip);
    }
    return named;
  }

  private static RequestedTrip withRider(RequestedTrip trip, long rider) {
    return new RequestedTrip(
        trip.id(),
        rider,
        trip.submitted(),
        trip.timeType(),
        trip.time(),
        trip.origin(),
        trip.destination(),
        trip.party());
  }
}
