package org.ieum.server.area;

import java.util.Locale;
import org.ieum.model.LatLon;

/**
 * A scooter that is kept for a rider, then ridden, and left somewhere.
 *
 * @param number of the reservation
 * @param system of the scooter
 * @param scooter id by which clients know it
 * @param rider id
 * @param booking id of the ride from which its rider comes, "" for none
 * @param from when it is to be taken, ms since 1970, UTC; moves with the ride
 * @param until when it is to be left
 * @param lead from the drop-off, as it was planned when the scooter was reserved, until it is to be
 *     taken, ms; 0 without a ride
 * @param reservedAt when it was reserved
 * @param place where it stood then, or where it was left
 * @param station at which, or ""
 * @param state what became of it
 * @param reason why it was released, "" while it was not
 * @param instead id of the scooter that could be had then, if it could not be kept; "" for none
 * @param version number of the last event about it
 */
record ScooterHold(
    long number,
    String system,
    String scooter,
    String rider,
    String booking,
    long from,
    long until,
    long lead,
    long reservedAt,
    LatLon place,
    String station,
    State state,
    String reason,
    String instead,
    long version) {
  /** A reservation's life. */
  enum State {
    RESERVED,
    RIDING,
    RETURNED,
    RELEASED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
      return this == RETURNED || this == RELEASED;
    }
  }

  String key() {
    return ScooterBook.key(system, scooter);
  }

  /** The same at other times. */
  ScooterHold moved(long newFrom, long newUntil, long event) {
    return with(newFrom, newUntil, place, station, state, reason, instead, event);
  }

  /**
   * Another scooter of the same system for the same rider.
   *
   * @param sooner by how much less the rider walks to it, ms
   */
  ScooterHold exchanged(String other, LatLon where, String at, long sooner, long event) {
    return new ScooterHold(
        number,
        system,
        other,
        rider,
        booking,
        from - sooner,
        until - sooner,
        lead - sooner,
        reservedAt,
        where,
        at,
        state,
        reason,
        instead,
        event);
  }

  ScooterHold taken(long event) {
    return with(from, until, place, station, State.RIDING, reason, instead, event);
  }

  ScooterHold released(String why, String other, long event) {
    return with(from, until, place, station, State.RELEASED, why, other, event);
  }

  ScooterHold returned(LatLon where, String at, long event) {
    return with(from, until, where, at, State.RETURNED, reason, instead, event);
  }

  private ScooterHold with(
      long newFrom,
      long newUntil,
      LatLon newPlace,
      String newStation,
      State newState,
      String why,
      String other,
      long event) {
    return new ScooterHold(
        number,
        system,
        scooter,
        rider,
        booking,
        newFrom,
        newUntil,
        lead,
        reservedAt,
        newPlace,
        newStation,
        newState,
        why,
        other,
        event);
  }
}
