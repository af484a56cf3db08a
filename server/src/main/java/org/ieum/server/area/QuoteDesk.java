package org.ieum.server.area;

import java.time.OffsetDateTime;
import java.util.List;
import org.ieum.dispatch.StopReach;
import org.ieum.fare.RiderKind;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RiderIds;
import org.jspecify.annotations.Nullable;

/** Makes of what a client sent a request that the writer can search for; for any thread. */
final class QuoteDesk {
  private static final String ORIGIN = "api";

  private final AreaSetup setup;

  /** The stop points around a place; each thread has its own. */
  private final ThreadLocal<StopReach> reach;

  QuoteDesk(AreaSetup setup) {
    this.setup = setup;
    reach =
        ThreadLocal.withInitial(
            () ->
                new StopReach(
                    setup.map().placeSnapper(), setup.map().walkAccess(), setup.longestWalk()));
  }

  Asked prepare(QuoteInput input) {
    String rider = input.riderId() == null ? "" : input.riderId();
    if (input.replacesBookingId() == null) {
      RiderIds.checkNoGuest(rider);
    }
    if (input.serviceId() != null && !input.serviceId().equals(LiveArea.SERVICE)) {
      throw Refusal.invalid("service_id", "is not known, was '" + input.serviceId() + "'");
    }
    return new Asked(
        rider,
        timeType(input.timeType()),
        utc(input.requestedTime()),
        party(input),
        input.requestOrigin() == null ? ORIGIN : input.requestOrigin(),
        kind(input.riderKind()),
        input.replacesBookingId() == null ? "" : input.replacesBookingId(),
        points(input.pickupLat(), input.pickupLon(), input.maxWalkDistance()),
        points(input.dropOffLat(), input.dropOffLon(), input.maxWalkDistance()));
  }

  private static long utc(@Nullable OffsetDateTime time) {
    return time == null ? -1 : time.toInstant().toEpochMilli();
  }

  private static TimeType timeType(@Nullable String text) {
    if (text == null || text.equals("depart_at")) {
      return TimeType.DEPART_AT;
    }
    if (text.equals("arrive_by")) {
      return TimeType.ARRIVE_BY;
    }
    throw Refusal.invalid("time_type", "must be depart_at or arrive_by, was '" + text + "'");
  }

  /** Adults are "", as in events of before there were prices. */
  private static String kind(@Nullable String code) {
    if (code == null || code.equals(RiderKind.ADULT.code())) {
      return "";
    }
    if (code.equals(RiderKind.YOUTH.code()) || code.equals(RiderKind.CHILD.code())) {
      return code;
    }
    throw Refusal.invalid("rider_kind", "must be adult, youth or child, was '" + code + "'");
  }

  private static Party party(QuoteInput input) {
    int riders = number("passenger_count", input.passengerCount(), 1, QuoteInput.MOST_PASSENGERS);
    int wheelchairs = number("wheelchairs", input.wheelchairs(), 0, QuoteInput.MOST_WHEELCHAIRS);
    if (input.luggage() != null && input.luggage() != 0) {
      throw Refusal.invalid(
          "luggage", "must be 0, since it is not taken into account yet, was " + input.luggage());
    }
    if (riders + wheelchairs == 0) {
      throw Refusal.invalid("passenger_count", "must be at least 1 without wheelchairs, was 0");
    }
    return new Party(riders, wheelchairs);
  }

  private static int number(String field, @Nullable Integer value, int whenNull, int most) {
    int number = value == null ? whenNull : value;
    if (number < 0 || number > most) {
      throw Refusal.invalid(field, "must be from 0 to " + most + ", was " + number);
    }
    return number;
  }

  private List<CandidatePoint> points(double lat, double lon, @Nullable Integer metres) {
    List<CandidatePoint> around = reach.get().around(new LatLon(lat, lon));
    if (metres == null) {
      return around;
    }
    if (metres < 0 || metres > QuoteInput.LONGEST_WALK) {
      throw Refusal.invalid(
          "max_walk_distance", "must be from 0 to " + QuoteInput.LONGEST_WALK + ", was " + metres);
    }
    int longest = (int) Math.round(metres / setup.walkSpeed() * 1000);
    return around.stream().filter(point -> point.walkDuration() <= longest).toList();
  }
}
