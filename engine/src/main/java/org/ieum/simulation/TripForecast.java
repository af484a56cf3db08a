package org.ieum.simulation;

import java.time.DayOfWeek;
import java.util.List;
import org.ieum.demand.RequestedTrip;
import org.ieum.dispatch.StopReach;
import org.ieum.model.CandidatePoint;
import org.ieum.reposition.DemandForecast;

/**
 * What days of trips say about days like them. A trip counts at the stop point nearest to where it
 * starts, if it is asked for so late that no vehicle could be planned for it beforehand.
 */
public final class TripForecast {
  private final DemandForecast.Builder days;
  private final StopReach reach;

  /**
   * Begins without any days.
   *
   * @param reach finds the stop points around riders
   */
  public TripForecast(int stopPoints, StopReach reach) {
    this.reach = reach;
    days = new DemandForecast.Builder(stopPoints);
  }

  /** Adds a day; times of its trips are ms since its midnight. */
  public TripForecast add(DayOfWeek day, List<RequestedTrip> trips) {
    days.addDay(day);
    for (RequestedTrip trip : trips) {
      List<CandidatePoint> around =
          trip.time() - trip.submitted() > DemandForecast.BOOKED_AHEAD
              ? List.of()
              : reach.around(trip.origin());
      if (!around.isEmpty()) {
        days.addRequest(day, trip.time(), around.get(0).stopPoint());
      }
    }
    return this;
  }

  /** What is to be expected after all those days. */
  public DemandForecast forecast() {
    return days.build();
  }
}
