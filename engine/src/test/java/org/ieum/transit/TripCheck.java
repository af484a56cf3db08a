package org.ieum.transit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** Goes through the rides of a journey by the feed as it was given. */
final class TripCheck {
  private final SmallFeed feed;
  private final Timetable timetable;
  private final TransitOptions options;

  TripCheck(SmallFeed feed, TransitRouter router, TransitOptions options) {
    this.feed = feed;
    this.timetable = router.timetable();
    this.options = options;
  }

  void departing(TransitTrip trip, List<TransitAccess> access, List<TransitAccess> egress) {
    TransitAccess to = access.get(trip.accessKey());
    TransitAccess from = egress.get(trip.egressKey());
    long end = rides(trip, to, from, to.time());
    assertEquals(end + from.time(), trip.time());
  }

  void arriving(TransitTrip trip, List<TransitAccess> access, List<TransitAccess> egress) {
    TransitAccess to = access.get(trip.accessKey());
    TransitAccess from = egress.get(trip.egressKey());
    long end = rides(trip, to, from, trip.time() + to.time());
    assertTrue(end <= from.time());
    assertEquals(trip.firstBoarding() - to.time(), trip.time());
  }

  private long rides(TransitTrip trip, TransitAccess to, TransitAccess from, long start) {
    long time = start;
    int stop = to.stop();
    int walking = to.walking() + from.walking();
    boolean first = true;
    for (TransitRide ride : trip.rides()) {
      if (first) {
        assertEquals(stop, ride.boardStop());
        assertEquals(0, ride.walkingBefore());
      } else {
        Integer seconds = feed.walking(stop, ride.boardStop());
        assertNotNull(seconds);
        assertEquals(seconds, ride.walkingBefore());
        time += feed.changing(stop, ride.boardStop(), seconds, options.slack());
        walking += seconds;
      }
      assertTrue(time <= ride.departure());
      assertTrue(ride.departure() <= ride.arrival());
      assertTrue(timetable.runs(ride.trip(), ride.serviceDay()));
      int pattern = timetable.patternOf(ride.trip());
      assertTrue(ride.boardPosition() < ride.alightPosition());
      assertTrue(timetable.canBoard(pattern, ride.boardPosition()));
      assertTrue(timetable.canAlight(pattern, ride.alightPosition()));
      assertEquals(ride.boardStop(), timetable.stopAt(pattern, ride.boardPosition()));
      assertEquals(ride.alightStop(), timetable.stopAt(pattern, ride.alightPosition()));
      long day =
          timetable.dayStart(timetable.route(timetable.routeOf(pattern)).feed(), ride.serviceDay());
      assertEquals(day + timetable.departure(ride.trip(), ride.boardPosition()), ride.departure());
      assertEquals(day + timetable.arrival(ride.trip(), ride.alightPosition()), ride.arrival());
      time = ride.arrival();
      stop = ride.alightStop();
      first = false;
    }
    assertEquals(from.stop(), stop);
    assertEquals(walking, trip.walking());
    assertEquals(trip.rides().size() + to.vehicles() + from.vehicles(), trip.vehicles());
    return time;
  }
}
