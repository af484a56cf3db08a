package org.ieum.server.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed ride. The version goes up with each change and is its ETag; as riders see it, it is a
 * number made of what they see, so that it stays while nothing of that changes.
 *
 * @param vehicleId null for riders who have not been told theirs
 * @param vehicleAnnounced whether the rider may know the vehicle, which may be another until then
 * @param requestOrigin by which way it was asked for, if that was said
 * @param replacesBookingId booking whose place it took
 * @param outboundBookingId booking of which it is the return trip
 * @param seriesId series that it is of
 * @param fare what it costs, as was offered; null when the area does not say
 * @param returnBooking return trip that was booked with it; in the answer to that only
 */
public record BookingView(
    String bookingId,
    String areaId,
    String riderId,
    String state,
    @Nullable String vehicleId,
    boolean vehicleAnnounced,
    int passengerCount,
    int wheelchairs,
    String pickupStopId,
    String dropOffStopId,
    int accessWalkDuration,
    int egressWalkDuration,
    OffsetDateTime pickupWindowStart,
    OffsetDateTime pickupWindowEnd,
    OffsetDateTime latestDropOffTime,
    int maxRideDuration,
    int directDuration,
    @Nullable OffsetDateTime plannedPickupTime,
    @Nullable OffsetDateTime plannedDropOffTime,
    OffsetDateTime confirmedAt,
    long version,
    @Nullable String requestOrigin,
    @Nullable String replacesBookingId,
    @Nullable String outboundBookingId,
    @Nullable String seriesId,
    @Nullable FareView fare,
    @Nullable BookingView returnBooking) {
  /** The same with the return trip that was booked with it. */
  public BookingView withReturn(BookingView other) {
    return with(vehicleId, version, other);
  }

  /** As its rider sees it: without a vehicle that may still be another. */
  public BookingView forRider() {
    BookingView back = returnBooking == null ? null : returnBooking.forRider();
    BookingView seen = with(vehicleAnnounced ? vehicleId : null, 0, null);
    return seen.with(seen.vehicleId, digest(seen.toString()), back);
  }

  /** As much of a SHA-256 as every reader of JSON takes for a whole number. */
  private static long digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 12;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private BookingView with(
      @Nullable String vehicle, long otherVersion, @Nullable BookingView back) {
    return new BookingView(
        bookingId,
        areaId,
        riderId,
        state,
        vehicle,
        vehicleAnnounced,
        passengerCount,
        wheelchairs,
        pickupStopId,
        dropOffStopId,
        accessWalkDuration,
        egressWalkDuration,
        pickupWindowStart,
        pickupWindowEnd,
        latestDropOffTime,
        maxRideDuration,
        directDuration,
        plannedPickupTime,
        plannedDropOffTime,
        confirmedAt,
        otherVersion,
        requestOrigin,
        replacesBookingId,
        outboundBookingId,
        seriesId,
        fare,
        back);
  }
}
