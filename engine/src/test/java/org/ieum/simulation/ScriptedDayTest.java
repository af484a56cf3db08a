package org.ieum.simulation;

import static org.ieum.simulation.Days.RELIABLE;
import static org.ieum.simulation.Days.bus;
import static org.ieum.simulation.Days.figure;
import static org.ieum.simulation.Days.metres;
import static org.ieum.simulation.Days.run;
import static org.ieum.simulation.Days.trip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.model.Party;
import org.ieum.model.Rejection;
import org.ieum.model.RejectionReason;
import org.ieum.simulation.VehicleLog.Activity;
import org.ieum.simulation.VehicleLog.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days that were worked out on paper. Buses need 100 s and riders on foot 1000 s a kilometre. */
class ScriptedDayTest {
  private static final double EXACT = 1e-9;

  private static void assertTimes(RequestLog log, int arrived, int boarded, int left, int out) {
    assertEquals(Outcome.SERVED, log.outcome());
    assertEquals(arrived * 1000, log.vehicleArrived());
    assertEquals(boarded * 1000, log.boardedAt());
    assertEquals(left * 1000, log.departedAt());
    assertEquals(out * 1000, log.alightedAt());
  }

  private static Span span(int start, Activity activity, int aboard) {
    return new Span(start * 1000, activity, aboard);
  }

  @Test
  void oneRiderWalksWaitsRidesAndWalks() {
    SimulationResult day =
        run(List.of(bus("a", 0)), RELIABLE, List.of(trip(0, 1000, 1000, 2.1, 4.8, 1)));
    RequestLog log = day.requests().get(0);
    assertEquals(100_000, log.getOffer().accessWalk(), 1);
    assertEquals(200_000, log.getOffer().egressWalk(), 1);
    assertTimes(log, 1200, 1200, 1230, 1530);
    assertEquals(100_000, log.waiting(), 1);
    assertEquals(330_000, log.riding());
    assertEquals(
        List.of(
            new Span(Integer.MIN_VALUE, Activity.OFF_DUTY, 0),
            span(0, Activity.IDLE, 0),
            span(1000, Activity.DRIVING, 0),
            span(1200, Activity.AT_STOP, 1),
            span(1230, Activity.DRIVING, 1),
            span(1530, Activity.AT_STOP, 0),
            span(1560, Activity.IDLE, 0),
            span(20_000, Activity.OFF_DUTY, 0)),
        day.vehicles().get(0).spans());
    assertEquals(100, figure(day, "wait_average"), 0.001);
    assertEquals(330, figure(day, "inVehicleTravelTime_mean"), EXACT);
    assertEquals(300, figure(day, "walk_average"), 0.002);
    assertEquals(1, figure(day, "detour_average"), EXACT);
    assertEquals(5, figure(day, "totalDistance"), EXACT);
    assertEquals(0.4, figure(day, "emptyRatio"), EXACT);
    assertEquals(0.6, figure(day, "d_p/d_t"), EXACT);
    assertEquals(1, figure(day, "l_det"), EXACT);
    assertEquals(0, figure(day, "poolingRate"), EXACT);
    assertEquals(1, figure(day, "sharingFactor"), EXACT);
    assertEquals(1 - 5.0 / 3, figure(day, "savedDistance"), EXACT);
    assertEquals(560.0 / 20_000, figure(day, "fleetUtilization"), EXACT);
    assertEquals(3600.0 / 20_000, figure(day, "ridesPerVehicleHour"), EXACT);
    assertEquals(0, figure(day, "estimateDrift_pickup"), EXACT);
    assertEquals(1, figure(day, "promisesKept"), EXACT);
  }

  @Test
  void twoPartiesShareTheBusForSomeOfTheWay() {
    SimulationResult day =
        run(
            List.of(bus("a", 0)),
            RELIABLE,
            List.of(trip(0, 1000, 1000, 2, 8, 1), trip(1, 1000, 1000, 4, 6, 2)));
    assertTimes(day.requests().get(0), 1200, 1200, 1230, 1890);
    assertTimes(day.requests().get(1), 1430, 1430, 1460, 1660);
    assertEquals(8000, metres(day.vehicles().get(0)), EXACT);
    assertEquals((200 + 430) / 2.0, figure(day, "wait_average"), EXACT);
    assertEquals(200, figure(day, "wait_median"), EXACT);
    assertEquals(430, figure(day, "wait_p95"), EXACT);
    assertEquals(100, figure(day, "percentage_WT_below_10"), EXACT);
    assertEquals((690 + 230) / 2.0, figure(day, "inVehicleTravelTime_mean"), EXACT);
    assertEquals((1.1 + 1) / 2, figure(day, "detour_average"), EXACT);
    assertEquals(2, figure(day, "rides"), EXACT);
    assertEquals(3, figure(day, "passengers"), EXACT);
    assertEquals(1, figure(day, "poolingRate"), EXACT);
    assertEquals((660 + 200) / 660.0, figure(day, "sharingFactor"), EXACT);
    assertEquals(0.25, figure(day, "emptyRatio"), EXACT);
    assertEquals((2 + 2 * 3 + 2) / 8.0, figure(day, "d_p/d_t"), EXACT);
    assertEquals((2 + 2 * 3 + 2) / (6.0 + 2 * 2), figure(day, "l_det"), EXACT);
    assertEquals(0, figure(day, "savedDistance"), EXACT);
    assertEquals(0, figure(day, "estimateDrift_pickup"), EXACT);
    assertEquals(30, figure(day, "estimateDrift_dropoff"), EXACT);
    assertEquals(1, figure(day, "promisesKept"), EXACT);
  }

  @Test
  void busForALaterRideWaitsWhereItIsAndArrivesJustInTime() {
    SimulationResult day =
        run(List.of(bus("a", 0)), RELIABLE, List.of(trip(0, 1000, 3000, 2, 5, 1)));
    assertTimes(day.requests().get(0), 2970, 3000, 3000, 3300);
    assertEquals(0, figure(day, "wait_average"), EXACT);
    assertEquals(2_770_000, day.vehicles().get(0).legs().get(0).departure());
  }

  @Test
  void cancelledRideCutsTheDriveAtTheNextCrossing() {
    int cut = 0;
    for (int seed = 0; seed < 40; seed++) {
      RiderBehaviour cancels = new RiderBehaviour(1, 0, 0, seed);
      SimulationResult day =
          run(List.of(bus("a", 0)), cancels, List.of(trip(0, 1000, 1000, 5, 6, 1)));
      int time = cancels.cancelTime(0, 1_000_000, 1_530_000);
      assertTrue(time >= 1_000_000 && time < 1_530_000, "cancelled at " + time);
      RequestLog log = day.requests().get(0);
      if (time > 1_500_000) {
        assertTimes(log, 1500, 1500, 1530, 1630);
        continue;
      }
      assertEquals(Outcome.CANCELLED, log.outcome());
      assertEquals(RequestLog.NONE, log.boardedAt());
      int crossing = (time - 1_000_000 + 99_999) / 100_000;
      assertEquals(1000.0 * crossing, metres(day.vehicles().get(0)), EXACT);
      assertEquals(1, figure(day, "emptyRatio"), EXACT);
      assertEquals(1, figure(day, "cancelled"), EXACT);
      cut += day.events().stream().anyMatch(VehicleDiverted.class::isInstance) ? 1 : 0;
    }
    assertTrue(cut > 20, cut + " drives were cut");
  }

  @Test
  void ridersOfCancelledBookingsAreGoneFromTheFigures() {
    RiderBehaviour cancels = new RiderBehaviour(1, 0, 0, 3);
    SimulationResult day =
        run(List.of(bus("a", 0)), cancels, List.of(trip(0, 1000, 5000, 8, 9, 1)));
    assertEquals(Outcome.CANCELLED, day.requests().get(0).outcome());
    assertEquals(0, figure(day, "rides"), EXACT);
    assertEquals(0, figure(day, "rejectionRate"), EXACT);
    assertTrue(Double.isNaN(figure(day, "wait_average")));
    assertTrue(Double.isNaN(figure(day, "promisesKept")));
  }

  @Test
  void busWaitsTwoMinutesForAPartyThatNeverComes() {
    RiderBehaviour absent = new RiderBehaviour(0, 1, 0, 1);
    SimulationResult day = run(List.of(bus("a", 0)), absent, List.of(trip(0, 1000, 1000, 2, 5, 1)));
    assertEquals(Outcome.NO_SHOW, day.requests().get(0).outcome());
    assertEquals(1, figure(day, "noShows"), EXACT);
    assertEquals(2000, metres(day.vehicles().get(0)), EXACT);
    assertEquals(
        List.of(
            span(1000, Activity.DRIVING, 0),
            span(1200, Activity.AT_STOP, 0),
            span(1320, Activity.IDLE, 0),
            span(20_000, Activity.OFF_DUTY, 0)),
        day.vehicles().get(0).spans().subList(2, 6));
  }

  @Test
  void onlyThoseWhoComeAreCarried() {
    RiderBehaviour incomplete = new RiderBehaviour(0, 0, 1, 1);
    SimulationResult day =
        run(
            List.of(bus("a", 0)),
            incomplete,
            List.of(trip(0, 1000, 1000, 2, 5, 3), trip(1, 4000, 4000, 5, 6, 1)));
    assertEquals(Party.of(2), day.requests().get(0).getBoarded());
    assertEquals(Party.of(1), day.requests().get(1).getBoarded());
    assertEquals(3, figure(day, "passengers"), EXACT);
    assertEquals((2 * 3 + 1) / 6.0, figure(day, "d_p/d_t"), EXACT);
  }

  @Test
  void requestsThatCannotBeServedAreRejectedWithTheirReason() {
    SimulationResult day =
        run(
            List.of(bus("a", 0)),
            RELIABLE,
            List.of(
                trip(0, 1000, 1000, 2, 2, 1),
                trip(1, 1000, 1000, 2, 25, 1),
                trip(2, 1000, 1000, 2.5, 8, 1),
                trip(3, 1000, 1000, 2, 8, 9),
                trip(4, 1000, 1000, 20, 8, 1),
                trip(5, 21_000, 21_000, 2, 8, 1)));
    List<RejectionReason> reasons =
        day.requests().stream().map(log -> reason(log.rejection())).toList();
    assertEquals(
        List.of(
            RejectionReason.BOOKING_RULE,
            RejectionReason.OUT_OF_AREA,
            RejectionReason.OUT_OF_AREA,
            RejectionReason.BOOKING_RULE,
            RejectionReason.NO_CAPACITY,
            RejectionReason.OUT_OF_HOURS),
        reasons);
    assertEquals(1, figure(day, "rejectionRate"), EXACT);
    assertEquals(0, figure(day, "totalDistance"), EXACT);
    assertTrue(Double.isNaN(figure(day, "emptyRatio")));
  }

  private static RejectionReason reason(@Nullable Rejection rejection) {
    assertNotNull(rejection);
    return rejection.reason();
  }
}
