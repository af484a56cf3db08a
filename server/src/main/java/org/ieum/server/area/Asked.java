package org.ieum.server.area;

import java.util.List;
import org.ieum.model.CandidatePoint;
import org.ieum.model.Party;
import org.ieum.model.TimeType;

/**
 * A checked request for a quote.
 *
 * @param rider id, "" for somebody new
 * @param time when to set out or to have arrived, ms since 1970, UTC; negative for now
 * @param origin by which way it came
 * @param kind code of the kind of riders, "" for adults
 * @param replaces id of the booking whose place it is to take, "" for none
 * @param pickups where the party could board, none when no stop is in reach
 * @param dropoffs where it could alight, none when no stop is in reach
 */
record Asked(
    String rider,
    TimeType timeType,
    long time,
    Party party,
    String origin,
    String kind,
    String replaces,
    List<CandidatePoint> pickups,
    List<CandidatePoint> dropoffs) {}
