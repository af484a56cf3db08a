package org.ieum.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.WalkLeg;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.junit.jupiter.api.Test;

/** The rule by which riders choose. */
class ModeChoiceTest {
  private static final LatLon HERE = new LatLon(57.70, 11.95);
  private static final LatLon THERE = new LatLon(57.71, 11.96);
  private static final long NOON = 43_200_000;

  private static JourneyRequest request(TimeType type) {
    return new JourneyRequest(
        HERE,
        THERE,
        type,
        NOON,
        Party.of(1),
        new Payer(RiderKind.ADULT, 1),
        Set.of(),
        JourneyRules.DEFAULT);
  }

  /** A journey with minutes of its own, which may be walked or not. */
  private static Journey journey(int from, int to, int walked, int vehicles, long fare) {
    long start = NOON + from * 60_000L;
    return new Journey(
        List.of(new WalkLeg(HERE, THERE, start, NOON + to * 60_000L)),
        walked * 60_000L,
        vehicles,
        0,
        fare,
        true);
  }

  @Test
  void generalisedTimeCountsWhatItSays() {
    ModeChoice choice = ModeChoice.standard(1);
    JourneyRequest departs = request(TimeType.DEPART_AT);
    assertEquals(20, choice.minutes(departs, journey(5, 20, 0, 1, 0)));
    assertEquals(20 + 7, choice.minutes(departs, journey(5, 20, 7, 1, 0)));
    assertEquals(20 + 10, choice.minutes(departs, journey(5, 20, 0, 3, 0)));
    assertEquals(20 + 30, choice.minutes(departs, journey(5, 20, 0, 1, 5_000)));
    assertEquals(25, choice.minutes(request(TimeType.ARRIVE_BY), journey(-25, -10, 0, 1, 0)));
  }

  @Test
  void sharesAreThoseOfTheLogit() {
    ModeChoice choice = ModeChoice.standard(3);
    JourneyRequest request = request(TimeType.DEPART_AT);
    List<Journey> journeys =
        List.of(journey(0, 10, 0, 1, 0), journey(0, 15, 0, 1, 0), journey(0, 30, 0, 1, 0));
    double[] weights = {1, Math.exp(-0.15 * 5), Math.exp(-0.15 * 20)};
    double all = weights[0] + weights[1] + weights[2];
    int trips = 40_000;
    int[] first = new int[3];
    int secondBehindFirst = 0;
    for (int trip = 0; trip < trips; trip++) {
      List<Journey> order = choice.order(request, journeys, trip);
      assertEquals(Set.copyOf(journeys), Set.copyOf(order));
      int taken = journeys.indexOf(order.get(0));
      first[taken]++;
      secondBehindFirst += taken == 0 && journeys.indexOf(order.get(1)) == 1 ? 1 : 0;
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(weights[i] / all, first[i] / (double) trips, 0.01, "journey " + i);
    }
    // Who is refused the first chooses as if it had never been there.
    assertEquals(
        weights[1] / (weights[1] + weights[2]), secondBehindFirst / (double) first[0], 0.01);
    assertEquals(
        choice.order(request, journeys, 5), ModeChoice.standard(3).order(request, journeys, 5));
  }

  @Test
  void ridersThinkNoLongerThanAllowed() {
    ModeChoice choice = ModeChoice.standard(1);
    int longest = 0;
    for (int trip = 0; trip < 1_000; trip++) {
      int thinks = choice.thinks(trip);
      assertTrue(thinks >= 0 && thinks <= 30_000, () -> "thinks " + thinks);
      longest = Math.max(longest, thinks);
    }
    assertTrue(longest > 28_000, "longest " + longest);
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ModeChoice(0, 2, 5, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ModeChoice(1, 0.5, 5, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ModeChoice(1, 2, -1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ModeChoice(1, 2, 5, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ModeChoice(1, 2, 5, 1, -1, 1));
  }
}
