package org.ieum.journey;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * A journey that somebody wants to make.
 *
 * @param origin where it begins
 * @param destination where it ends
 * @param timeType what {@code time} means
 * @param time when to set out at the earliest or to have arrived at the latest, Unix ms
 * @param party who travels
 * @param payer who pays, for those who travel
 * @param modes by which; walking is always allowed
 * @param rules what the journey may be like
 */
public record JourneyRequest(
    LatLon origin,
    LatLon destination,
    TimeType timeType,
    long time,
    Party party,
    Payer payer,
    Set<Mode> modes,
    JourneyRules rules) {
  public JourneyRequest {
    modes = Collections.unmodifiableSet(new TreeSet<>(modes));
  }

  boolean isDepartAt() {
    return timeType == TimeType.DEPART_AT;
  }

  boolean allows(Mode mode) {
    return modes.contains(mode);
  }
}
