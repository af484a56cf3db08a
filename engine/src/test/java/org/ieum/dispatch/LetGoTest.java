package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.ieum.fleet.FleetView;
import org.ieum.traveltime.RoadTravelTimes;
import org.junit.jupiter.api.Test;

/** What a day has taken hold of is let go by its end. */
class LetGoTest {
  private static final int REQUESTS = 20_000;

  @Test
  void noBookingAndNoPlaceIsHeldAfterTheDay() {
    int requests = 0;
    int mostHeld = 0;
    for (long seed = 1; requests < REQUESTS; seed++) {
      RandomService service = RandomService.onRoads(seed);
      RoadTravelTimes times = (RoadTravelTimes) service.times();
      int known = times.heldPlaces();
      while (!service.isOver()) {
        service.pass();
        service.book(service.nextRequest());
        requests++;
        mostHeld = Math.max(mostHeld, times.heldPlaces() - known);
      }
      service.passUntilEmpty();
      assertEquals(0, service.dispatcher().liveBookings(), "seed " + seed);
      assertEquals(heldForGood(service), times.heldPlaces(), "seed " + seed);
    }
    assertTrue(mostHeld > 6, "most places held besides those known: " + mostHeld);
  }

  /** The places that are well known, and those where vehicles stand now. */
  private static int heldForGood(RandomService service) {
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < service.map().pointCount(); i++) {
      places.add(service.map().point(i));
    }
    FleetView fleet = service.fleet();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      for (int stop = 0; stop < fleet.stopCount(v); stop++) {
        places.add(Math.max(fleet.place(v, stop), service.map().point(0)));
      }
    }
    return places.size();
  }
}
