package org.ieum.server.area;

import java.util.List;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesView;

/** Rides that come again by a rule; for the writer's thread. */
public interface SeriesDesk {
  /** Takes a series up and books what is near enough: {@code INVALID} naming what is wrong. */
  SeriesView create(SeriesInput input);

  /** Series behind an id, in the order of their ids, of one rider if not "". */
  List<SeriesView> list(String afterId, int limit, String riderId);

  SeriesView get(String seriesId);

  /**
   * Ends a series and calls off its rides, but for a party aboard.
   *
   * @param byOperator whether the operator does, which does not count against the rider
   */
  SeriesView cancel(String seriesId, boolean byOperator);

  /**
   * Takes one day out, and calls off its ride when it is booked.
   *
   * @param byOperator whether the operator does, which does not count against the rider
   */
  SeriesView cancelOccurrence(String seriesId, String date, boolean byOperator);
}
