package org.ieum.transit;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * One ride of a journey.
 *
 * @param trip index in the timetable, which knows its route and pattern
 * @param serviceDay the day to which the trip belongs, perhaps the one before
 * @param boardPosition position in the trip's pattern
 * @param alightPosition position in the trip's pattern
 * @param boardStop index of the stop
 * @param alightStop index of the stop
 * @param departure Unix seconds
 * @param arrival Unix seconds
 * @param walkingBefore how long one walks from where one alighted before, seconds; 0 for the first
 *     ride and when one changes at the same stop
 * @param fare by the tariff, minor units; none where tickets are for it, or nobody says
 */
public record TransitRide(
    int trip,
    LocalDate serviceDay,
    int boardPosition,
    int alightPosition,
    int boardStop,
    int alightStop,
    long departure,
    long arrival,
    int walkingBefore,
    OptionalLong fare) {}
