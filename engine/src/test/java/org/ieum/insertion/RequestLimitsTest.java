package org.ieum.insertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ieum.model.CandidatePoint;
import org.ieum.model.LimitsFrom;
import org.ieum.model.Party;
import org.ieum.model.PromiseRules;
import org.ieum.model.RideRequest;
import org.ieum.model.TimeType;
import org.ieum.traveltime.PlainTravelTimes;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;

/** What a request's promises are limited to, by where the limits begin and by its kind of time. */
class RequestLimitsTest {
  private static final int MINUTE = 60_000;
  private static final int DRIVE = 10 * MINUTE;
  private static final int ASKED = 100 * MINUTE;

  /** Stop points 0 and 1, ten minutes apart. */
  private static final PlainTravelTimes ROAD = PlainTravelTimes.of(2, 2, new int[] {0, 1, DRIVE});

  private static RequestLimits limits(
      LimitsFrom from, int maxWait, TimeType type, int soonest, int access, int egress) {
    PromiseRules rules = new PromiseRules(from, maxWait, 1.5, 9 * MINUTE, 2, 0);
    RideRequest asked =
        new RideRequest(
            1,
            1,
            type,
            ASKED,
            Party.of(1),
            List.of(new CandidatePoint(0, access)),
            List.of(new CandidatePoint(1, egress)));
    RequestLimits limits = new RequestLimits();
    limits.set(asked, rules, ROAD, soonest);
    return limits;
  }

  private static void expect(
      RequestLimits limits, int earliest, int latestPickup, int latestDropoff) {
    assertEquals(DRIVE, limits.direct(0, 0));
    assertEquals(earliest, limits.earliest(0, 0));
    assertEquals(latestPickup, limits.latestPickup(0, 0));
    assertEquals(latestDropoff, limits.latestDropoff(0, 0));
    assertEquals(2 * DRIVE, limits.maxRide(0, 0));
  }

  @Test
  void departAtFromTheStop() {
    // 24 minutes for the trip, of which 10 are the drive.
    expect(
        limits(LimitsFrom.STOP, 8 * MINUTE, TimeType.DEPART_AT, 0, 5 * MINUTE, 3 * MINUTE),
        105 * MINUTE,
        113 * MINUTE,
        129 * MINUTE);
  }

  @Test
  void departAtFromTheRequest() {
    expect(
        limits(LimitsFrom.REQUEST, 8 * MINUTE, TimeType.DEPART_AT, 0, 5 * MINUTE, 3 * MINUTE),
        105 * MINUTE,
        108 * MINUTE,
        121 * MINUTE);
  }

  @Test
  void arriveByFromTheStop() {
    expect(
        limits(LimitsFrom.STOP, 8 * MINUTE, TimeType.ARRIVE_BY, 0, 5 * MINUTE, 3 * MINUTE),
        73 * MINUTE,
        81 * MINUTE,
        97 * MINUTE);
  }

  @Test
  void arriveByFromTheRequest() {
    // Sets out at 76, is there at 81, is fetched by 84.
    expect(
        limits(LimitsFrom.REQUEST, 8 * MINUTE, TimeType.ARRIVE_BY, 0, 5 * MINUTE, 3 * MINUTE),
        81 * MINUTE,
        84 * MINUTE,
        97 * MINUTE);
  }

  @Test
  void arriveByWhenThePartySetsOutLater() {
    // Sets out at 80 and not at 76; the drive must begin by 87.
    expect(
        limits(LimitsFrom.REQUEST, 8 * MINUTE, TimeType.ARRIVE_BY, 80 * MINUTE, MINUTE, 3 * MINUTE),
        81 * MINUTE,
        87 * MINUTE,
        97 * MINUTE);
    expect(
        limits(LimitsFrom.REQUEST, 2 * MINUTE, TimeType.ARRIVE_BY, 80 * MINUTE, MINUTE, 3 * MINUTE),
        81 * MINUTE,
        82 * MINUTE,
        97 * MINUTE);
  }

  @Test
  void walkLongerThanTheWaitClosesThePair() {
    for (TimeType type : TimeType.values()) {
      int wait = 5 * MINUTE;
      assertTrue(limits(LimitsFrom.REQUEST, wait, type, 0, wait + 1, 0).isEmpty());
      assertFalse(limits(LimitsFrom.REQUEST, wait, type, 0, wait, 0).isEmpty());
      assertFalse(limits(LimitsFrom.STOP, wait, type, 0, wait + 1, 0).isEmpty());
    }
  }

  @Test
  void walksThatLeaveNoTimeForTheDriveCloseThePair() {
    for (TimeType type : TimeType.values()) {
      int walk = 7 * MINUTE;
      RequestLimits fits = limits(LimitsFrom.REQUEST, 10 * MINUTE, type, 0, walk, walk);
      assertEquals(DRIVE, fits.direct(0, 0));
      assertEquals(DRIVE, fits.latestDropoff(0, 0) - fits.earliest(0, 0));
      RequestLimits late = limits(LimitsFrom.REQUEST, 10 * MINUTE, type, 0, walk, walk + 1);
      assertEquals(TravelTimes.UNREACHABLE, late.direct(0, 0));
    }
  }

  /** Limits from the request are those of a rider without walks, less the walks. */
  @Test
  void walksCountWhereverTheyAre() {
    Random random = new Random(7);
    int open = 0;
    for (int n = 0; n < 1000; n++) {
      TimeType type = random.nextBoolean() ? TimeType.DEPART_AT : TimeType.ARRIVE_BY;
      int maxWait = random.nextInt(15 * MINUTE);
      int access = random.nextInt(12 * MINUTE);
      int egress = random.nextInt(12 * MINUTE);
      int soonest = random.nextInt(ASKED);
      RequestLimits limits = limits(LimitsFrom.REQUEST, maxWait, type, soonest, access, egress);
      int maxTrip = DRIVE + DRIVE / 2 + 9 * MINUTE;
      int setsOut = Math.max(type == TimeType.DEPART_AT ? ASKED : ASKED - maxTrip, soonest);
      int arrives = type == TimeType.DEPART_AT ? setsOut + maxTrip : ASKED;
      int boards = setsOut + access;
      boolean isOpen = boards <= setsOut + maxWait && boards + DRIVE + egress <= arrives;
      assertEquals(isOpen ? DRIVE : TravelTimes.UNREACHABLE, limits.direct(0, 0), "case " + n);
      if (isOpen) {
        open++;
        assertEquals(boards, limits.earliest(0, 0));
        assertEquals(arrives - egress, limits.latestDropoff(0, 0));
        int latest = setsOut + maxWait;
        assertEquals(
            type == TimeType.DEPART_AT ? latest : Math.min(latest, arrives - egress - DRIVE),
            limits.latestPickup(0, 0));
      }
    }
    assertTrue(open > 200 && open < 800, "open " + open);
  }
}
