package org.ieum.server.report;

import java.util.ArrayList;
import java.util.List;
import org.ieum.server.report.VehicleDay.LoadChange;

/**
 * The classes of riders aboard that share a colour on the map and in the occupancy chart: nobody,
 * 1, 2, 3–4, 5–8, 9 or more, as far as the day's fullest vehicle needs them.
 *
 * @param most riders in the fullest vehicle of the day
 */
record LoadBands(int most) {
  /** Element i: the fewest riders of band i. */
  private static final List<Integer> FEWEST = List.of(0, 1, 2, 3, 5, 9);

  static LoadBands of(ReportData data) {
    int most = 0;
    for (VehicleDay vehicle : data.vehicles()) {
      for (LoadChange load : vehicle.loads()) {
        most = Math.max(most, load.aboard());
      }
    }
    for (OccupancyBin bin : data.occupancy()) {
      for (int riders = most + 1; riders < bin.byRiders().size(); riders++) {
        if (bin.byRiders().get(riders) > 0) {
          most = riders;
        }
      }
    }
    return new LoadBands(most);
  }

  int size() {
    return band(most) + 1;
  }

  int band(int riders) {
    int band = 0;
    while (band + 1 < FEWEST.size() && FEWEST.get(band + 1) <= riders) {
      band++;
    }
    return band;
  }

  int fewest(int band) {
    return FEWEST.get(band);
  }

  String label(int band) {
    int fewest = FEWEST.get(band);
    if (band == 0) {
      return "empty";
    }
    if (band + 1 == FEWEST.size()) {
      return fewest + " or more";
    }
    int last = FEWEST.get(band + 1) - 1;
    return fewest == last ? String.valueOf(fewest) : fewest + "–" + last;
  }

  /** Vehicles of a bin by band, element i for band i. */
  List<Double> vehicles(OccupancyBin bin) {
    List<Double> vehicles = new ArrayList<>();
    for (int band = 0; band < size(); band++) {
      vehicles.add(0.0);
    }
    for (int riders = 0; riders < bin.byRiders().size() && riders <= most; riders++) {
      int band = band(riders);
      vehicles.set(band, vehicles.get(band) + bin.byRiders().get(riders));
    }
    return vehicles;
  }
}
