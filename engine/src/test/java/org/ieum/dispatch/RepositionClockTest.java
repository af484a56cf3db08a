package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetView;
import org.ieum.model.Break;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.reposition.DemandForecast;
import org.ieum.reposition.RepositionPlanner;
import org.ieum.reposition.RepositionRules;
import org.junit.jupiter.api.Test;

/** Where idle vehicles go on a street of five stop points, ten minutes from one to the next. */
final class RepositionClockTest {
  private static final RepositionRules RULES =
      new RepositionRules(MINUTE, MINUTE / 4, 20 * MINUTE, HOUR, 10 * MINUTE, 2);

  /** So many riders each hour at a stop point, all week. */
  private static DemandForecast riders(int[]... atStop) {
    DemandForecast.Builder days = new DemandForecast.Builder(STREET.stopPointCount());
    days.addDay(DayOfWeek.MONDAY);
    for (int[] stop : atStop) {
      for (int hour = 0; hour < 24; hour++) {
        for (int rider = 0; rider < stop[1]; rider++) {
          days.addRequest(DayOfWeek.MONDAY, hour * HOUR, stop[0]);
        }
      }
    }
    return days.build();
  }

  private static Vehicle busAt(int stop, Break... breaks) {
    return bus(new Shift(new TimeWindow(0, 10 * HOUR), stop, stop, List.of(breaks)));
  }

  /** Lets the clock go until a time. */
  private static void run(TinyService service, DemandForecast forecast, int start, int end) {
    int vehicles = service.fleet().vehicleCount();
    RepositionPlanner planner = new RepositionPlanner(STREET, forecast, RULES, vehicles);
    RepositionClock clock =
        new RepositionClock(service.dispatcher, planner, DayOfWeek.FRIDAY, start);
    while (clock.next() <= end) {
      clock.step();
    }
  }

  private static List<Integer> moved(TinyService service) {
    return service.events.stream()
        .filter(VehicleRepositioned.class::isInstance)
        .map(event -> ((VehicleRepositioned) event).vehicle())
        .distinct()
        .toList();
  }

  @Test
  void aVehicleGoesWhereRidersComeAndStaysThere() {
    TinyService service = new TinyService(busAt(0));
    run(service, riders(new int[] {4, 30}), 0, 2 * HOUR);
    assertEquals(4, service.fleet().place(0, 0));
    assertEquals(4 * LEG, service.fleet().arrival(0, 0));
    assertEquals(8, service.events.size(), "hops of five minutes each");
  }

  @Test
  void theNearerVehicleGoesAndTheOtherStays() {
    TinyService service = new TinyService(busAt(0), busAt(3));
    // One in twenty minutes, so that a second vehicle is hardly needed.
    run(service, riders(new int[] {4, 3}), 0, 2 * HOUR);
    assertEquals(List.of(1), moved(service));
    assertEquals(0, service.fleet().place(0, 0));
    assertEquals(4, service.fleet().place(1, 0));
  }

  @Test
  void twoZonesGetTheVehicleThatIsNearerToEach() {
    TinyService service = new TinyService(busAt(2), busAt(3));
    run(service, riders(new int[] {0, 30}, new int[] {4, 30}), 0, 2 * HOUR);
    assertEquals(0, service.fleet().place(0, 0));
    assertEquals(4, service.fleet().place(1, 0));
  }

  @Test
  void whereNobodyIsExpectedNobodyGoes() {
    TinyService service = new TinyService(busAt(0));
    run(service, riders(), 0, HOUR);
    assertEquals(List.of(), service.events);
  }

  @Test
  void whoMustSoonBeElsewhereStays() {
    // From 0 to 4 and back to the break takes eighty minutes, and ten are for the stay.
    TimeWindow start = new TimeWindow(89 * MINUTE, 2 * HOUR);
    TinyService early = new TinyService(busAt(0, new Break(0, start, 10 * MINUTE)));
    run(early, riders(new int[] {4, 30}), 0, MINUTE);
    assertEquals(List.of(), moved(early));
    TimeWindow later = new TimeWindow(90 * MINUTE, 2 * HOUR);
    TinyService late = new TinyService(busAt(0, new Break(0, later, 10 * MINUTE)));
    run(late, riders(new int[] {4, 30}), 0, 90 * MINUTE);
    assertEquals(List.of(0), moved(late));
    FleetView fleet = late.fleet();
    late.dispatcher.advance(90 * MINUTE + 1);
    assertEquals(0, fleet.place(0, 0));
    assertEquals(90 * MINUTE, fleet.arrival(0, 0), "the break begins when it would have");
  }

  @Test
  void aVehicleWithARideGoesOnWithThat() {
    TinyService service = new TinyService(busAt(0));
    run(service, riders(new int[] {4, 30}), 0, LEG);
    service.book(departAt(1, 2 * LEG, 2, 1), LEG);
    service.dispatcher.advance(2 * LEG + 1);
    assertEquals(2, service.fleet().place(0, 0), "it was near");
    run(service, riders(new int[] {4, 30}), 2 * LEG + 2, 2 * LEG + 2);
    assertEquals(1, service.fleet().place(0, 1), "its rider");
  }
}
