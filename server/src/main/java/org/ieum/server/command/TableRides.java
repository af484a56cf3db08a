package org.ieum.server.command;

import java.nio.file.Path;
import java.util.List;
import org.ieum.fare.FareLeg;
import org.ieum.fare.FareTable;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.journey.RideFares;
import org.ieum.model.Party;
import org.ieum.progress.InputException;
import org.ieum.road.ServiceArea;
import org.ieum.server.config.FaresFile;
import org.ieum.traveltime.DrivePath;
import org.ieum.traveltime.PathGeometry;
import org.ieum.traveltime.RoadTravelTimes;
import org.jspecify.annotations.Nullable;

/** Prices of on-demand rides by a table, for commands without a server. */
record TableRides(FareTable table, RoadTravelTimes times, PathGeometry geometry)
    implements RideFares {
  /**
   * Reads a table.
   *
   * @param file null where rides are free
   * @throws InputException when it cannot be read, or does not price rides
   */
  static @Nullable FareTable read(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    FareTable table = FaresFile.read(file);
    if (table.findTariff(Mode.DRT, FareTable.ON_DEMAND).isEmpty()) {
      throw new InputException(file + ": tariffs must have one of on_demand or drt, has none");
    }
    return table;
  }

  /**
   * Prices by a table.
   *
   * @param table null where rides are free
   */
  static RideFares of(@Nullable FareTable table, ServiceArea area) {
    return table == null
        ? RideFares.FREE
        : new TableRides(table, area.travelTimes(), area.network().geometry());
  }

  @Override
  public long fare(int pickup, int dropoff, int direct, RiderKind kind, Party party) {
    DrivePath path = times.path(pickup, dropoff);
    int metres = (int) Math.round(path.metres(path.duration(), geometry));
    FareLeg leg = new FareLeg(Mode.DRT, FareTable.ON_DEMAND, metres, direct / 1_000, 0, direct);
    return table.price(List.of(leg), new Payer(kind, party.size())).total().minorUnits();
  }
}
