package org.ieum.demand;

import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * A trip that somebody will ask for, from door to door.
 *
 * @param id number of the request, unique in its day, &gt;= 0
 * @param rider who asks, &gt;= 0
 * @param submitted when the request is made, ms since the area's epoch
 * @param timeType what {@code time} means
 * @param time when to set out or to have arrived, ms since the area's epoch
 * @param origin where the rider is
 * @param destination where the rider wants to be
 * @param party who travels
 */
public record RequestedTrip(
    long id,
    long rider,
    int submitted,
    TimeType timeType,
    int time,
    LatLon origin,
    LatLon destination,
    Party party) {
  public RequestedTrip {
    if (id < 0) {
      throw new IllegalArgumentException("request id must be >= 0, was " + id);
    }
    if (rider < 0) {
      throw new IllegalArgumentException("rider must be >= 0, was " + rider);
    }
    if (submitted < 0) {
      throw new IllegalArgumentException("time of request must be >= 0, was " + submitted);
    }
  }
}
