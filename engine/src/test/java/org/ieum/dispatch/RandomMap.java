package org.ieum.dispatch;

import java.util.List;
import java.util.Random;
import org.ieum.traveltime.DrivenLegs;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TravelTimes;

/** Where a random service runs. */
public interface RandomMap {
  TravelTimes times();

  /** Other times between the same places, computed in the plainest way. */
  TravelTimes reference();

  /** How many places are well known. */
  int pointCount();

  /** A place that is well known and always there. */
  int point(int i);

  /** A place, known or not; whoever gets it lets it go. */
  int somewhere(Random random);

  /** Places at one crossing, if the map has such; whoever gets them lets them go. */
  List<Integer> crossing(Random random);

  /** New travel times; mostly with traffic, sometimes as usual. */
  NewTravelTimes change(DrivenLegs driven, Random random);

  /** The travel times of now once more. */
  NewTravelTimes same(DrivenLegs driven);
}
