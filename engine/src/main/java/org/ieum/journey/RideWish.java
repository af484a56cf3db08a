package org.ieum.journey;

import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * An on-demand ride that a journey would need.
 *
 * @param timeType what {@code time} means
 * @param time Unix ms
 * @param party who rides
 * @param pickups where it could board, with the walk to get there
 * @param dropoffs where it could alight, with the walk from there
 */
public record RideWish(
    TimeType timeType,
    long time,
    Party party,
    List<CandidatePoint> pickups,
    List<CandidatePoint> dropoffs) {
  public RideWish {
    pickups = List.copyOf(pickups);
    dropoffs = List.copyOf(dropoffs);
  }
}
