package org.ieum.fleet;

import static org.ieum.fleet.RouteLayout.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.ieum.model.Break;
import org.ieum.model.Capacity;
import org.ieum.model.DwellRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.Diversion;
import org.ieum.traveltime.PlainTravelTimes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Spoils a good plan in one way at a time. The vehicle starts at stop point 0, has a break at 4 and
 * ends at 0; ride 11 goes from 1 to 3 and ride 12 from 2 to 3, on a street with ten minutes between
 * stop points.
 */
class PlanValidatorTest {
  private static final int MINUTE = 60_000;
  private static final int LEG = 10 * MINUTE;
  private static final int PICKUP = 1;
  private static final int DROPOFF = 3;
  private static final int BREAK = 4;

  private static final PlainTravelTimes STREET =
      PlainTravelTimes.of(
          9,
          5,
          new int[] {0, 5, LEG / 2},
          new int[] {5, 1, LEG / 2},
          new int[] {1, 6, LEG / 2},
          new int[] {6, 2, LEG / 2},
          new int[] {2, 7, LEG / 2},
          new int[] {7, 3, LEG / 2},
          new int[] {3, 8, LEG / 2},
          new int[] {8, 4, LEG / 2});

  private final Break rest = new Break(4, new TimeWindow(60 * MINUTE, 90 * MINUTE), LEG);
  private final Vehicle vehicle =
      new Vehicle(
          "v",
          List.of(new Capacity(4, 0)),
          List.of(new Shift(new TimeWindow(0, 300 * MINUTE), 0, 0, List.of(rest))));
  private final RouteEvaluator evaluator =
      new RouteEvaluator(List.of(vehicle), new DwellRules(MINUTE, 0, 0));
  private final PlanValidator validator = new PlanValidator(evaluator, STREET);
  private final RoutePlan plan = new RoutePlan();
  private FleetState fleet = new FleetState(List.of(vehicle), STREET, evaluator);

  @BeforeEach
  void startWithTwoRides() {
    fleet = new FleetState(List.of(vehicle), STREET, evaluator);
    fleet.load(0, plan);
    plan.insertStop(1, 1, StopKind.SERVICE, MINUTE, STREET);
    plan.insertStop(2, 2, StopKind.SERVICE, MINUTE, STREET);
    plan.insertStop(3, 3, StopKind.SERVICE, MINUTE, STREET);
    plan.addRide(11, 2, 0, PICKUP, DROPOFF);
    plan.limitRide(0, 0, 30 * MINUTE, 60 * MINUTE, 40 * MINUTE);
    validator.check(fleet, plan, 0, 11, -1);
    fleet.replace(plan);
    plan.addRide(12, 1, 0, 2, DROPOFF);
    plan.limitRide(1, 0, 40 * MINUTE, 60 * MINUTE, 40 * MINUTE);
    validator.check(fleet, plan, 0, 12, -1);
    fleet.replace(plan);
  }

  private void refused(String why, Consumer<RoutePlan> spoil) {
    refused(why, 0, -1, -1, spoil);
  }

  private void refused(String why, int now, long added, long removed, Consumer<RoutePlan> spoil) {
    fleet.load(0, plan);
    validator.check(fleet, plan, now, -1, -1);
    spoil.accept(plan);
    Exception refusal =
        assertThrows(
            IllegalStateException.class,
            () -> validator.check(fleet, plan, now, added, removed),
            why);
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith("plan of vehicle 0 refused: ") && message.contains(why), message);
  }

  private static void setRide(RoutePlan spoilt, int ride, int field, int value) {
    spoilt.rides[ride * RIDE_SIZE + field] = value;
  }

  private static void setStop(RoutePlan spoilt, int stop, int field, int value) {
    spoilt.stops[(stop << STOP_BITS) + field] = value;
  }

  @Test
  void ridesAreAllThereOnce() {
    refused("it has 1 rides instead of 2", p -> p.removeRide(0, STREET));
    refused("it loses ride 11", p -> setRide(p, 0, REQUEST_LOW, 99));
    refused("it loses ride 11", p -> setRide(p, 0, REQUEST_HIGH, 1));
    refused("it loses ride 12", p -> setRide(p, 1, REQUEST_LOW, 11));
    refused("it has 3 rides instead of 2", p -> p.addRide(12, 1, 0, 2, DROPOFF));
    refused("ride 13 is not there or not new", 0, 13, -1, p -> p.addRide(12, 1, 0, 2, DROPOFF));
    refused("ride 12 is not there or not new", 0, 12, -1, p -> p.addRide(12, 1, 0, 2, DROPOFF));
    refused("ride 13 is not there or not new", 0, 13, -1, p -> p.addRide(13, 1, 0, -1, DROPOFF));
    refused("ride 11 cannot be taken out", 0, 13, 11, PlanValidatorTest::replaceSecond);
  }

  private static void replaceSecond(RoutePlan spoilt) {
    spoilt.removeRide(1, STREET);
    spoilt.addRide(13, 1, 0, PICKUP, 2);
  }

  @Test
  void pickupComesBeforeDropoff() {
    refused("ride 12 alights before it boards", p -> swap(p));
    refused("ride 13 alights before it boards", 0, 13, -1, p -> p.addRide(13, 1, 0, 3, 2));
    refused("ride 13 alights before it boards", 0, 13, -1, p -> p.addRide(13, 1, 0, 1, 9));
    refused("ride 13 boards or alights where", 0, 13, -1, p -> p.addRide(13, 1, 0, 3, BREAK));
    refused("ride 13 boards or alights where", 0, 13, -1, p -> p.addRide(13, 1, 0, 0, DROPOFF));
  }

  /** Puts the dropoff of ride 12 before its pickup, at the right place. */
  private static void swap(RoutePlan spoilt) {
    spoilt.insertStop(1, 3, StopKind.SERVICE, MINUTE, STREET);
    setRide(spoilt, 1, RouteLayout.DROPOFF, 1);
  }

  @Test
  void stopPointsStay() {
    refused("it moves the pickup or dropoff of ride 11", p -> setRide(p, 0, RouteLayout.PICKUP, 2));
    refused(
        "it moves the pickup or dropoff of ride 12", p -> setRide(p, 1, RouteLayout.DROPOFF, 4));
    refused(
        "it moves the pickup or dropoff of ride 11", p -> setRide(p, 0, RouteLayout.PICKUP, -1));
  }

  @Test
  void promisesAndPartiesStay() {
    refused("it changes what ride 11 was promised", p -> setRide(p, 0, EARLIEST, 1));
    refused("it changes what ride 11 was promised", p -> setRide(p, 0, LATEST_PICKUP, LEG));
    refused("it changes what ride 12 was promised", p -> setRide(p, 1, LATEST_DROPOFF, LEG));
    refused("it changes what ride 12 was promised", p -> setRide(p, 1, MAX_RIDE, LEG));
    refused("it changes the party of ride 11", p -> p.shrinkParty(0, 1, 0));
    refused("it changes the party of ride 12", p -> p.shrinkParty(1, 1, 1));
  }

  @Test
  void legsTakeTheirTime() {
    refused("leg 1 takes 600000 ms, not 1", p -> setStop(p, 1, LEG_FIELD, 1));
    refused("leg 0 takes 600000 ms, not 0", p -> setStop(p, 0, LEG_FIELD, 0));
  }

  private static final int LEG_FIELD = RouteLayout.LEG;

  @Test
  void vehicleStaysWhereItIs() {
    refused("it moves the vehicle from where it is", p -> setStop(p, 0, PLACE, 1));
    refused("it moves the vehicle from where it is", p -> setStop(p, 0, KIND, 0));
    refused("it moves the vehicle from where it is", p -> setStop(p, 0, ARRIVAL, -LEG));
    refused("it moves the vehicle from where it is", p -> setStop(p, 0, OWN_READY, -LEG));
    refused("it says that the vehicle has left", p -> p.departed = true);
  }

  @Test
  void movingVehicleTurnsOffOnlyWhereItCan() {
    int left = fleet.departure(0, 0);
    fleet.depart(0);
    int now = left + MINUTE;
    refused(
        "without a diversion", now, -1, -1, p -> p.insertStop(1, 4, StopKind.SERVICE, 0, STREET));
    refused("without a diversion", now, -1, -1, p -> setStop(p, 0, DEPARTURE, left - 1));
    refused("cannot turn off there or then", now, -1, -1, p -> p.departed = false);
    refused("cannot turn off", now, -1, -1, p -> p.divert(~7, left + LEG / 2, 0, STREET));
    refused("cannot turn off", now, -1, -1, p -> p.divert(~5, now, 0, STREET));
    fleet.load(0, plan);
    Diversion diversion = new Diversion();
    STREET.findDiversion(0, 1, MINUTE, diversion);
    plan.divert(diversion.place(), left + diversion.offset(), diversion.offset(), STREET);
    validator.check(fleet, plan, now, -1, -1);
  }

  @Test
  void shiftsAndBreaksStay() {
    refused("it changes a shift or break at stop 4", p -> setStop(p, BREAK, PLACE, 3));
    refused("it changes a shift or break at stop 4", p -> setStop(p, BREAK, OWN_DWELL, 1));
    refused(
        "it changes a shift or break at stop 4", p -> setStop(p, BREAK, OWN_LATE, RoutePlan.NEVER));
    refused("it changes a shift or break at stop 5", p -> setStop(p, 5, OWN_LATE, RoutePlan.NEVER));
    refused("it changes a shift or break at stop 4", p -> setStop(p, BREAK, KIND, 4));
    refused("it changes a shift or break at stop 6", PlanValidatorTest::addEnd);
    refused("it loses a shift or break", p -> p.stopCount--);
    refused("stop 4 has a dwell of 600000", p -> setStop(p, BREAK, KIND, 0));
    refused("stop 2 has a dwell of 0", p -> setStop(p, 2, OWN_DWELL, 0));
  }

  private static void addEnd(RoutePlan spoilt) {
    spoilt.insertStop(6, 0, StopKind.SHIFT_END, 0, STREET);
  }

  @Test
  void capacityAndWindowsHold() {
    String why = "it breaks a promise, a shift or a capacity";
    refused(why, 0, 13, -1, p -> p.addRide(13, 2, 0, 2, DROPOFF));
    refused(why, 0, 13, -1, p -> p.addRide(13, 1, 1, 1, DROPOFF));
    refused(why, 0, 13, -1, p -> addLimited(p, 0, 9 * MINUTE, 60 * MINUTE, LEG * 9));
    refused(why, 0, 13, -1, p -> addLimited(p, 0, 60 * MINUTE, 31 * MINUTE, LEG * 9));
    refused(why, 0, 13, -1, p -> addLimited(p, 0, 60 * MINUTE, 60 * MINUTE, 2 * LEG));
    refused(why, 0, 13, -1, p -> addLimited(p, 40 * MINUTE, 60 * MINUTE, 90 * MINUTE, 9 * LEG));
    refused(why, PlanValidatorTest::goFarAround);
    fleet.load(0, plan);
    addLimited(plan, 0, LEG, 32 * MINUTE, 2 * LEG + MINUTE);
    validator.check(fleet, plan, 0, 13, -1);
  }

  /** One more rider from 1, at 0:10, to 3, at 0:32. */
  private static void addLimited(
      RoutePlan spoilt, int earliest, int latestPickup, int latestDropoff, int maxRide) {
    int ride = spoilt.addRide(13, 1, 0, PICKUP, DROPOFF);
    spoilt.limitRide(ride, earliest, latestPickup, latestDropoff, maxRide);
  }

  private static void goFarAround(RoutePlan spoilt) {
    spoilt.insertStop(3, 0, StopKind.SERVICE, MINUTE, STREET);
  }

  @Test
  void ridersAboardStay() {
    fleet.depart(0);
    fleet.arrive(0, evaluator);
    fleet.depart(0);
    int now = fleet.departure(0, 0) + 1;
    refused("ride 11 cannot be taken out", now, -1, 11, p -> p.removeRide(0, STREET));
    refused(
        "it moves the pickup or dropoff of ride 11",
        now,
        -1,
        -1,
        p -> setRide(p, 0, RouteLayout.PICKUP, 1));
    refused(
        "it moves the pickup or dropoff of ride 12",
        now,
        -1,
        -1,
        p -> setRide(p, 1, RouteLayout.PICKUP, -1));
  }

  @Test
  void onlyAPartyAtTheStopCanTurnOutToBeSmaller() {
    fleet.depart(0);
    fleet.arrive(0, evaluator);
    fleet.load(0, plan);
    plan.shrinkParty(0, 1, 0);
    validator.check(fleet, plan, LEG, -1, -1);
    refused("it changes the party of ride 11", LEG, -1, -1, p -> p.shrinkParty(0, 3, 0));
    refused("it changes the party of ride 11", LEG, -1, -1, p -> p.shrinkParty(0, 0, 0));
    refused("it changes the party of ride 12", LEG, -1, -1, p -> p.shrinkParty(1, 0, 1));
  }
}
