package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.OptionalLong;
import org.ieum.journey.RideLeg;
import org.ieum.journey.RideOffer;
import org.ieum.journey.ScooterLeg;
import org.ieum.journey.TransitLeg;
import org.ieum.journey.WalkLeg;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.junit.jupiter.api.Test;

final class ScooterWayTest {
  private static final int MINUTE = 60_000;
  private static final LatLon HOME = new LatLon(57.70, 11.96);
  private static final LatLon STOP = new LatLon(57.71, 11.96);
  private static final LatLon STAND = new LatLon(57.711, 11.96);
  private static final LatLon WORK = new LatLon(57.72, 11.98);

  private static final RideLeg RIDE =
      new RideLeg(
          new RideOffer("o1", 0, 1, 0, 0, 0, 10 * MINUTE, 12 * MINUTE, 0, 0, 0, true, 0),
          new StopPoint("a", "A", HOME),
          new StopPoint("b", "B", STOP));

  private static final WalkLeg WALK = new WalkLeg(STOP, STAND, 10 * MINUTE, 13 * MINUTE);
  private static final TransitLeg TRAIN =
      new TransitLeg(
          "r", "R", "", "t", "s1", "S1", STOP, "s2", "S2", STOP, 0, 5, OptionalLong.empty());
  private static final ScooterLeg SCOOTER =
      new ScooterLeg("own", "e1", true, STAND, WORK, 13 * MINUTE, 20 * MINUTE, 900, 0, true);

  @Test
  void onlyARideAndAWalkLeadToWhatCanBeExchanged() {
    ScooterWay way = new ScooterWay(STOP, 3 * MINUTE, WORK);
    assertEquals(way, ScooterWay.find(List.of(RIDE, WALK, SCOOTER), 2));
    assertNull(ScooterWay.find(List.of(RIDE, WALK, TRAIN, WALK, SCOOTER), 4), "behind a train");
    assertNull(ScooterWay.find(List.of(RIDE, SCOOTER), 1), "nothing is nearer");
    assertNull(ScooterWay.find(List.of(WALK, SCOOTER), 1), "walked from the door");
    assertNull(ScooterWay.find(List.of(SCOOTER), 0));
    assertEquals(way, ScooterWay.find(List.of(TRAIN, RIDE, WALK, SCOOTER), 3));
  }
}
