package org.ieum.server.area;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.ieum.model.LatLon;
import org.ieum.server.api.PositionInput;
import org.ieum.server.api.PositionView;
import org.jspecify.annotations.Nullable;

/**
 * What one vehicle has reported, without what cannot be: positions that come late or twice, leaps
 * of a receiver that loses its satellites. The device's clock may be wrong; only how its delays
 * differ from the least one is taken from it.
 */
final class Track {
  /** No bus is faster, m/s. */
  private static final double FASTEST = 50;

  /** So far a receiver may be off, metres. */
  private static final double BLUR = 200;

  /** Positions that came so much later than others are of the past, ms. */
  private static final int LATE = 60_000;

  /** After so many late ones the device's clock must have been set. */
  private static final int CLOCK_SET = 3;

  /** After so many low numbers in order the device must have been started again. */
  private static final int COUNTED_ANEW = 3;

  private long sequence = -1;

  /** When the last position was that was not late or doubled, by the device's clock. */
  private @Nullable OffsetDateTime taken;

  /** Numbers that rose below the last one, and the last of them. */
  private int counted;

  private long lastLow;
  private @Nullable PositionView view;
  private @Nullable LatLon place;
  private long placeAt;
  private long heard;
  private boolean lost;

  /** A place too far off to be believed unless the next one is near it. */
  private @Nullable LatLon suspect;

  private long suspectAt;

  /** Least difference between our clock and the device's so far, ms. */
  private long offset = Long.MAX_VALUE;

  private int lateOnes;

  /**
   * Takes in a position.
   *
   * @param time by the device's clock
   * @param now ms since 1970, UTC
   * @return whether the vehicle is there now
   */
  boolean take(PositionInput input, OffsetDateTime time, long now) {
    heard = now;
    lost = false;
    if (input.sequence() <= sequence && !countsAnew(input.sequence(), time)) {
      return false;
    }
    sequence = input.sequence();
    counted = 0;
    taken = time;
    LatLon reported = new LatLon(input.lat(), input.lon());
    if (view == null) {
      view = new PositionView(sequence, reported.lat(), reported.lon(), time);
    }
    if (isLate(now - time.toInstant().toEpochMilli()) || !isPlausible(reported, now)) {
      return false;
    }
    place = reported;
    placeAt = now;
    suspect = null;
    view = new PositionView(sequence, reported.lat(), reported.lon(), time);
    return true;
  }

  /** Whether a device has begun to count anew: newer positions, with low but rising numbers. */
  private boolean countsAnew(long low, OffsetDateTime time) {
    if (taken != null && !time.isAfter(taken)) {
      return false;
    }
    counted = low > lastLow ? counted + 1 : 1;
    lastLow = low;
    return counted >= COUNTED_ANEW;
  }

  private boolean isLate(long delay) {
    if (delay - offset > LATE && offset != Long.MAX_VALUE) {
      lateOnes++;
      if (lateOnes < CLOCK_SET) {
        return true;
      }
      offset = delay;
    }
    lateOnes = 0;
    offset = Math.min(offset, delay);
    return false;
  }

  private boolean isPlausible(LatLon reported, long now) {
    if (place == null || isNear(place, placeAt, reported, now)) {
      return true;
    }
    boolean isConfirmed = suspect != null && isNear(suspect, suspectAt, reported, now);
    suspect = reported;
    suspectAt = now;
    return isConfirmed;
  }

  private static boolean isNear(LatLon from, long then, LatLon to, long now) {
    return from.metresTo(to) <= BLUR + FASTEST * (now - then) / 1000;
  }

  /** A vehicle that was followed before a restart; its numbers and its clock are not known. */
  static Track restored(@Nullable LatLon place, long heard, boolean lost) {
    Track track = new Track();
    track.place = place;
    track.placeAt = heard;
    track.heard = heard;
    track.lost = lost;
    return track;
  }

  /** The last position that was believed; null when there was none since the restart. */
  @Nullable PositionView view() {
    return view;
  }

  /** Where the vehicle was last. */
  Optional<LatLon> place() {
    return Optional.ofNullable(place);
  }

  /** When it was heard last, ms since 1970, UTC. */
  long heard() {
    return heard;
  }

  boolean isLost() {
    return lost;
  }

  void lose() {
    lost = true;
  }

  /** Counts as heard until a time, for nobody could be heard before. */
  void hearAnew(long now) {
    heard = Math.max(heard, now);
  }
}
