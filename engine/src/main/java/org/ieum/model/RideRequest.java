package org.ieum.model;

import java.util.List;

/**
 * A trip that a rider asks for, with the stop points in reach of both ends already found.
 *
 * @param id unique among all requests of the area, &gt;= 0
 * @param rider who asks, &gt;= 0; one rider cannot ride twice at a time
 * @param timeType what {@code time} means
 * @param time when to set out or to have arrived, ms since the area's epoch
 * @param party who travels
 * @param pickups where the party could board, with the walk to get there; not empty
 * @param dropoffs where the party could alight, with the walk from there; not empty
 */
public record RideRequest(
    long id,
    long rider,
    TimeType timeType,
    int time,
    Party party,
    List<CandidatePoint> pickups,
    List<CandidatePoint> dropoffs) {
  public RideRequest {
    if (id < 0) {
      throw new IllegalArgumentException("request id must be >= 0, was " + id);
    }
    if (rider < 0) {
      throw new IllegalArgumentException("rider must be >= 0, was " + rider);
    }
    if (pickups.isEmpty() || dropoffs.isEmpty()) {
      throw new IllegalArgumentException(
          "request " + id + " must have a pickup point and a dropoff point");
    }
    pickups = List.copyOf(pickups);
    dropoffs = List.copyOf(dropoffs);
  }

  /** The same trip as another request. */
  public RideRequest withId(long other) {
    return new RideRequest(other, rider, timeType, time, party, pickups, dropoffs);
  }

  /** The same trip of another rider. */
  public RideRequest withRider(long other) {
    return new RideRequest(id, other, timeType, time, party, pickups, dropoffs);
  }

  /** The same trip at another time, ms since the area's epoch. */
  public RideRequest withTime(int other) {
    return new RideRequest(id, rider, timeType, other, party, pickups, dropoffs);
  }

  /** The same trip of another party. */
  public RideRequest withParty(Party other) {
    return new RideRequest(id, rider, timeType, time, other, pickups, dropoffs);
  }

  /** The same trip between fewer points. */
  public RideRequest between(CandidatePoint pickup, CandidatePoint dropoff) {
    return new RideRequest(id, rider, timeType, time, party, List.of(pickup), List.of(dropoff));
  }
}
