package org.ieum.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ieum.model.LatLon;
import org.ieum.model.TimeType;
import org.junit.jupiter.api.Test;

class SyntheticDemandTest {
  private static final int HOUR = 3_600_000;
  private static final int START = 5 * HOUR + HOUR / 2;
  private static final int END = 23 * HOUR + HOUR / 2;
  private static final SquareMap MAP = new SquareMap(40);
  private static final int MANY = 20_000;

  private static List<RequestedTrip> trips(DemandSettings settings, Attractor... attractors) {
    return new SyntheticDemand(settings, MAP, List.of(attractors)).trips(MANY, START, END, 1);
  }

  private static double share(List<RequestedTrip> trips, Predicate<RequestedTrip> kind) {
    return (double) trips.stream().filter(kind).count() / trips.size();
  }

  @Test
  void seedDecidesEverything() {
    var demand = new SyntheticDemand(DemandSettings.DEFAULT, MAP, List.of());
    var again = new SyntheticDemand(DemandSettings.DEFAULT, MAP, List.of());
    assertEquals(demand.trips(500, START, END, 7), again.trips(500, START, END, 7));
    assertNotEquals(demand.trips(500, START, END, 7), demand.trips(500, START, END, 8));
  }

  @Test
  void tripsComeInTheOrderOfAskingEachWithItsOwnRider() {
    List<RequestedTrip> trips = trips(DemandSettings.DEFAULT);
    Set<Long> riders = new HashSet<>();
    for (int i = 0; i < trips.size(); i++) {
      RequestedTrip trip = trips.get(i);
      assertEquals(i, trip.id());
      assertTrue(riders.add(trip.rider()), trip::toString);
      assertTrue(trip.submitted() <= trip.time(), trip::toString);
      assertTrue(trip.time() >= START && trip.time() < END, trip::toString);
      assertTrue(i == 0 || trips.get(i - 1).submitted() <= trip.submitted(), trip::toString);
    }
  }

  @Test
  void tripsEndWherePeopleWalkAndAreLongEnough() {
    for (RequestedTrip trip : trips(DemandSettings.DEFAULT)) {
      assertTrue(MAP.edgeAt(trip.origin()) >= 0, trip::toString);
      assertTrue(MAP.edgeAt(trip.destination()) >= 0, trip::toString);
      assertTrue(trip.origin().metresTo(trip.destination()) >= 800, trip::toString);
    }
  }

  @Test
  void aDecayThatMakesLongTripsRareStillGivesNoneThatIsTooShort() {
    DemandSettings steep = new DemandSettings(0, 0, 0, 2000, 50);
    List<RequestedTrip> trips = trips(steep);
    double sum = 0;
    for (RequestedTrip trip : trips) {
      double metres = trip.origin().metresTo(trip.destination());
      assertTrue(metres >= 2000, trip::toString);
      sum += metres;
    }
    assertTrue(sum / trips.size() < 2100, "mean " + sum / trips.size());
  }

  @Test
  void aMapTooSmallForTheShortestTripIsRefused() {
    DemandSettings settings = new DemandSettings(0, 0, 0, 5000, 3000);
    var demand = new SyntheticDemand(settings, new SquareMap(6), List.of());
    assertFault("5000.0 m", () -> demand.trips(50, START, END, 1));
  }

  @Test
  void tripsPeakInTheMorningAndInTheEvening() {
    int[] hours = new int[24];
    for (RequestedTrip trip : trips(DemandSettings.DEFAULT)) {
      hours[trip.time() / HOUR]++;
    }
    assertTrue(hours[8] > 1.6 * hours[10], hours[8] + " and " + hours[10]);
    assertTrue(hours[17] > 1.5 * hours[13], hours[17] + " and " + hours[13]);
    assertTrue(hours[8] > 2.5 * hours[21], hours[8] + " and " + hours[21]);
    assertEquals(0, hours[4]);
    assertTrue(hours[5] < hours[6] / 3, hours[5] + " and " + hours[6]);
  }

  @Test
  void hoursAfterMidnightAreThoseOfTheNight() {
    var demand = new SyntheticDemand(DemandSettings.DEFAULT, MAP, List.of());
    int[] hours = new int[26];
    for (RequestedTrip trip : demand.trips(MANY, 22 * HOUR, 26 * HOUR, 1)) {
      hours[trip.time() / HOUR]++;
    }
    for (int hour = 22; hour < 25; hour++) {
      assertTrue(hours[hour] > hours[hour + 1] && hours[hour + 1] > 0, "hour " + hour);
    }
    assertEquals(2.0 / 0.3, (double) hours[22] / hours[24], 1);
  }

  @Test
  void sharesAreNearTheirParameters() {
    List<RequestedTrip> trips = trips(new DemandSettings(0.3, 0.4, 0.1, 800, 3000));
    assertEquals(0.4, share(trips, trip -> trip.timeType() == TimeType.ARRIVE_BY), 0.02);
    assertEquals(0.1, share(trips, trip -> trip.party().wheelchairs() > 0), 0.01);
    Predicate<RequestedTrip> departing = trip -> trip.timeType() == TimeType.DEPART_AT;
    Predicate<RequestedTrip> early = trip -> trip.time() - trip.submitted() >= HOUR / 2;
    double prebooked = share(trips, departing.and(early)) / share(trips, departing);
    assertEquals(0.3, prebooked, 0.02);
    assertEquals(0.22, share(trips, trip -> trip.party().size() > 1), 0.02);
    List<RequestedTrip> plain = trips(new DemandSettings(0, 0, 0, 800, 3000));
    assertEquals(0, share(plain, trip -> trip.time() - trip.submitted() >= 120_000));
    assertEquals(0, share(plain, trip -> trip.party().wheelchairs() > 0));
    assertEquals(0, share(plain, trip -> trip.timeType() == TimeType.ARRIVE_BY));
  }

  @Test
  void denseStreetsDrawMoreThanTheirShareOfLength() {
    double half = SquareMap.at(100 * (40 * 2 / 3), 0).lat();
    DemandSettings anyLength = new DemandSettings(0, 0, 0, 0, 1e9);
    double south = share(trips(anyLength), trip -> trip.origin().lat() < half);
    assertTrue(south > 26.0 / 40 + 0.05, "share in the south " + south);
  }

  @Test
  void attractorsDrawInTheMorningAndSendHomeInTheAfternoon() {
    LatLon station = SquareMap.at(1000, 1000);
    DemandSettings anyLength = new DemandSettings(0, 0, 0, 0, 1e9);
    List<RequestedTrip> trips = trips(anyLength, new Attractor(station, 150, 1));
    Predicate<RequestedTrip> morning = trip -> trip.time() < 12 * HOUR;
    Predicate<RequestedTrip> to = trip -> station.metresTo(trip.destination()) <= 151;
    Predicate<RequestedTrip> from = trip -> station.metresTo(trip.origin()) <= 151;
    double mornings = share(trips, morning);
    double afternoons = 1 - mornings;
    assertEquals(0.5, share(trips, morning.and(to)) / mornings, 0.03);
    assertEquals(0.5, share(trips, morning.negate().and(from)) / afternoons, 0.03);
    assertTrue(share(trips, morning.and(from)) / mornings < 0.05);
    assertTrue(share(trips(anyLength), to) < 0.05);
  }

  @Test
  void heavierAttractorsDrawMore() {
    LatLon light = SquareMap.at(500, 500);
    LatLon heavy = SquareMap.at(2500, 3000);
    DemandSettings anyLength = new DemandSettings(0, 0, 0, 0, 1e9);
    List<RequestedTrip> trips =
        trips(anyLength, new Attractor(light, 50, 1), new Attractor(heavy, 50, 3));
    double lightShare = share(trips, trip -> light.metresTo(trip.destination()) <= 51);
    double heavyShare = share(trips, trip -> heavy.metresTo(trip.destination()) <= 51);
    assertEquals(3, heavyShare / lightShare, 0.4);
  }

  @Test
  void wrongParametersAreNamedWithTheirValue() {
    assertFault("was -0.1", () -> new DemandSettings(-0.1, 0, 0, 800, 3000));
    assertFault("was 1.5", () -> new DemandSettings(0, 1.5, 0, 800, 3000));
    assertFault("was NaN", () -> new DemandSettings(0, 0, Double.NaN, 800, 3000));
    assertFault("was -1.0", () -> new DemandSettings(0, 0, 0, -1, 3000));
    assertFault("was 0.0", () -> new DemandSettings(0, 0, 0, 800, 0));
    assertFault("was -5.0", () -> new Attractor(SquareMap.at(0, 0), -5, 1));
    assertFault("was 0.0", () -> new Attractor(SquareMap.at(0, 0), 5, 0));
  }

  private static void assertFault(String value, Runnable maker) {
    var fault = assertThrows(IllegalArgumentException.class, maker::run);
    assertTrue(String.valueOf(fault.getMessage()).contains(value), fault::getMessage);
  }

  @Test
  void aMapWithoutWalkableStreetsIsRefused() {
    SquareMap motorway = new SquareMap(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SyntheticDemand(DemandSettings.DEFAULT, motorway, List.of()));
  }
}
