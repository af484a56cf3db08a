package org.ieum.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {
  private static final TimeWindow DAY = new TimeWindow(100, 900);
  private static final CandidatePoint POINT = new CandidatePoint(3, 0);

  static List<Arguments> faults() {
    return List.of(
        fault(() -> new TimeWindow(90, 60), "earliest must be <= latest, was 90 > 60"),
        fault(() -> new LatLon(91.5, 0), "latitude must be from -90 to 90, was 91.5"),
        fault(() -> new LatLon(Double.NaN, 0), "latitude must be from -90 to 90, was NaN"),
        fault(() -> new LatLon(0, -180.5), "longitude must be from -180 to 180, was -180.5"),
        fault(() -> new Party(-1, 2), "riders must be from 0 to 1000, was -1"),
        fault(() -> new Party(1001, 0), "riders must be from 0 to 1000, was 1001"),
        fault(() -> new Party(1, -7), "wheelchairs must be from 0 to 1000, was -7"),
        fault(() -> Party.of(0), "a party must have at least one rider, was 0"),
        fault(() -> new Capacity(-4, 0), "seats must be from 0 to 1000, was -4"),
        fault(() -> new Capacity(0, 1001), "wheelchair places must be from 0 to 1000, was 1001"),
        fault(() -> new Capacity(0, 0), "a vehicle must hold at least one rider, was 0"),
        fault(() -> new CandidatePoint(-2, 0), "stop point must be >= 0, was -2"),
        fault(() -> new CandidatePoint(0, -5), "walk duration must be >= 0, was -5"),
        fault(() -> new StopPoint(" ", "Harbour", new LatLon(0, 0)), "name was 'Harbour'"),
        fault(() -> new Break(-3, DAY, 10), "stop point of a break must be >= 0, was -3"),
        fault(() -> new Break(0, DAY, 0), "duration of a break must be > 0, was 0"),
        fault(() -> new DwellRules(30, -1, 5), "dwell must be >= 0, was 30, -1, 5"),
        fault(
            () -> new DwellRules(30, 1, 5, 31),
            "dwell at a diversion must be from 0 to 30, was 31"),
        fault(
            () -> new BookingRules(9, 8, 7),
            "booking rules must have 0 <= lead <= ahead and a lifetime >= 0, was 9, 8, 7"),
        fault(
            () -> new CostWeights(1, 2, 3, -4, 5),
            "cost weights must be >= 0, were 1, 2, 3, -4, 5"),
        fault(() -> new PromiseRules(-6, 1, 0, 1, 0), "maximum wait must be >= 0, was -6"),
        fault(
            () -> new PromiseRules(0, 0.5, 0, 1, 0), "trip factor must be from 1 to 100, was 0.5"),
        fault(() -> new PromiseRules(0, 1, -8, 1, 0), "trip extra must be >= 0, was -8"),
        fault(
            () -> new PromiseRules(0, 1, 0, Double.NaN, 0),
            "ride factor must be from 1 to 100, was NaN"),
        fault(() -> new PromiseRules(0, 1, 0, 1, -9), "ride extra must be >= 0, was -9"),
        fault(
            () -> new Promise(4, 4, DAY, 900, 1),
            "pickup and dropoff must differ, both were stop point 4"),
        fault(
            () -> new Promise(4, 5, DAY, 99, 1),
            "latest dropoff must be >= the start of the pickup window, was 99 < 100"),
        fault(() -> new Promise(4, 5, DAY, 900, 0), "maximum ride duration must be > 0, was 0"),
        fault(() -> shift(-4, 0), "start of a shift must be >= 0, was -4"),
        fault(() -> shift(0, -2), "end of a shift must be >= -1, was -2"),
        fault(() -> shift(0, 0, rest(90, 95, 5)), "breaks must follow each other within the shift"),
        fault(() -> shift(0, 0, rest(200, 890, 11)), "start=TimeWindow[earliest=200, latest=890]"),
        fault(
            () -> shift(0, 0, rest(200, 300, 50), rest(249, 400, 5)),
            "start=TimeWindow[earliest=249, latest=400]"),
        fault(() -> vehicle("", shift(0, 0)), "vehicle id must not be blank"),
        fault(
            () -> new Vehicle("bus 7", List.of(), List.of(shift(0, 0))),
            "vehicle bus 7 must have a capacity"),
        fault(() -> vehicle("bus 7"), "vehicle bus 7 must have a shift"),
        fault(
            () -> vehicle("bus 7", shift(0, 0), shift(1, 1)),
            "shifts of vehicle bus 7 must not overlap, were Shift[time=TimeWindow[earliest=100"),
        fault(
            () -> vehicle("bus 7", shift(0, Shift.ANYWHERE), later()),
            "only the last shift of vehicle bus 7 may end anywhere, was Shift["),
        fault(() -> request(-1, 0, List.of(POINT)), "request id must be >= 0, was -1"),
        fault(() -> request(1, -2, List.of(POINT)), "rider must be >= 0, was -2"),
        fault(() -> request(12, 0, List.of()), "request 12 must have a pickup point"));
  }

  private static Arguments fault(Executable construction, String message) {
    return Arguments.of(message, construction);
  }

  private static Shift shift(int start, int end, Break... breaks) {
    return new Shift(DAY, start, end, List.of(breaks));
  }

  private static Shift later() {
    return new Shift(new TimeWindow(901, 950), 0, 0, List.of());
  }

  private static Break rest(int earliest, int latest, int duration) {
    return new Break(0, new TimeWindow(earliest, latest), duration);
  }

  private static Vehicle vehicle(String id, Shift... shifts) {
    return new Vehicle(id, List.of(new Capacity(4, 0)), List.of(shifts));
  }

  private static RideRequest request(long id, long rider, List<CandidatePoint> pickups) {
    return new RideRequest(id, rider, TimeType.DEPART_AT, 5, Party.of(1), pickups, List.of(POINT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void faultsNameTheValue(String message, Executable construction) {
    Exception fault = assertThrows(IllegalArgumentException.class, construction);
    assertTrue(String.valueOf(fault.getMessage()).contains(message), () -> "" + fault);
  }

  @Test
  void windowsAreInclusive() {
    assertTrue(DAY.contains(100) && DAY.contains(900));
    assertFalse(DAY.contains(99) || DAY.contains(901));
    assertTrue(DAY.overlaps(new TimeWindow(900, 901)) && DAY.overlaps(new TimeWindow(0, 100)));
    assertFalse(DAY.overlaps(new TimeWindow(901, 902)) || DAY.overlaps(new TimeWindow(0, 99)));
  }

  @Test
  void listsAreCopied() {
    List<CandidatePoint> points = new ArrayList<>(List.of(POINT));
    RideRequest request = request(1, 1, points);
    points.clear();
    assertEquals(List.of(POINT), request.pickups());
  }

  @Test
  void limitsGrowWithTheDirectDrive() {
    PromiseRules rules = new PromiseRules(0, 1.5, 1000, 2, 7);
    assertEquals(4000, rules.maxTrip(2000));
    assertEquals(4007, rules.maxRide(2000));
    assertEquals(Integer.MAX_VALUE / 4, rules.maxTrip(Integer.MAX_VALUE / 4));
    assertEquals(1, new PromiseRules(0, 1, 0, 1, 0).maxRide(0));
  }

  @Test
  void partyFitsOneConfigurationOfItsVehicle() {
    List<Capacity> folding = List.of(new Capacity(16, 0), new Capacity(12, 1));
    Vehicle vehicle = new Vehicle("v", folding, List.of(shift(0, 0)));
    assertTrue(vehicle.fits(Party.of(16)) && vehicle.fits(new Party(12, 1)));
    assertFalse(vehicle.fits(new Party(13, 1)) || vehicle.fits(Party.of(17)));
  }

  @Test
  void codesAreLowerCase() {
    assertEquals("no_accessible_vehicle", RejectionReason.NO_ACCESSIBLE_VEHICLE.code());
    assertEquals("arrived_at_pickup", BookingState.ARRIVED_AT_PICKUP.code());
    assertTrue(BookingState.NO_SHOW.isFinal());
    assertFalse(BookingState.ONBOARD.isFinal());
  }

  @Test
  void distanceOfADegreeOfLatitude() {
    assertEquals(111_195, new LatLon(57, 12).metresTo(new LatLon(58, 12)), 1);
    assertEquals(0, new LatLon(57, 12).metresTo(new LatLon(57, 12)));
  }
}
