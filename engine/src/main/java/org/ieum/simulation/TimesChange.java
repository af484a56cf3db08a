package org.ieum.simulation;

import java.util.function.Function;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;

/**
 * New travel times at a moment of the day.
 *
 * @param time when they take over, ms since the epoch; before anything else that happens then
 * @param preparing makes them for the legs that vehicles drive at that moment
 */
public record TimesChange(int time, Function<DrivenLegs, NewTravelTimes> preparing) {}
