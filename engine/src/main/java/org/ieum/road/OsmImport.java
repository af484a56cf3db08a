package org.ieum.road;

import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.ev.GetOffBike;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.FerrySpeedCalculator;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.parsers.BikeAccessParser;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.CarAverageSpeedParser;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.routing.util.parsers.OSMGetOffBikeParser;
import com.graphhopper.routing.util.parsers.OSMRoadClassParser;
import com.graphhopper.routing.util.parsers.OSMRoundaboutParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import org.ieum.progress.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an OSM pbf with GraphHopper into a road graph for cars, scooters (which ride where bicycles
 * may) and people on foot. Only the parsers that these need are set up; no profile is, so that
 * nothing but time ever decides a path (GraphHopper's stock car profile also weighs distance).
 */
final class OsmImport {
  static final String CAR = "car";
  static final String FOOT = "foot";
  static final String BIKE = "bike";

  /** Marks a turn that is forbidden because another one is the only one allowed. */
  static final String ONLY = "only";

  private static final Logger LOG = LoggerFactory.getLogger(OsmImport.class);

  private OsmImport() {}

  /** What GraphHopper keeps for each edge. */
  static EncodingManager encoding() {
    return EncodingManager.start()
        .add(VehicleAccess.create(CAR))
        .add(VehicleSpeed.create(CAR, 7, 2, true))
        .add(VehicleAccess.create(FOOT))
        .add(VehicleAccess.create(BIKE))
        .add(GetOffBike.create())
        .add(InclineParser.percent())
        .add(Roundabout.create())
        .add(FerrySpeed.create())
        .add(RoadClass.create())
        .addTurnCostEncodedValue(TurnRestriction.create(CAR))
        .addTurnCostEncodedValue(TurnRestriction.create(ONLY))
        .build();
  }

  /**
   * Reads the graph.
   *
   * @throws InputException when the file is missing, damaged, has negative ids or no roads
   */
  static BaseGraph read(Path pbf, EncodingManager encoding) {
    PbfFrame.check(pbf);
    OSMParsers parsers =
        new OSMParsers()
            .addWayTagParser(
                new OSMRoundaboutParser(encoding.getBooleanEncodedValue(Roundabout.KEY)))
            .addWayTagParser(
                new FerrySpeedCalculator(encoding.getDecimalEncodedValue(FerrySpeed.KEY)))
            .addWayTagParser(
                new OSMRoadClassParser(
                    encoding.getEnumEncodedValue(RoadClass.KEY, RoadClass.class)))
            .addWayTagParser(new CarAccessParser(encoding, new PMap()))
            .addWayTagParser(new CarAverageSpeedParser(encoding))
            .addWayTagParser(new FootAccessParser(encoding, new PMap()))
            .addWayTagParser(new BikeAccessParser(encoding, new PMap()))
            .addWayTagParser(
                new OSMGetOffBikeParser(
                    encoding.getBooleanEncodedValue(GetOffBike.KEY),
                    encoding.getBooleanEncodedValue(VehicleAccess.key(BIKE))))
            .addWayTagParser(new InclineParser(encoding.getIntEncodedValue(InclineParser.KEY)))
            .addRestrictionTagParser(
                RestrictionReader.forbidding(
                    encoding.getTurnBooleanEncodedValue(TurnRestriction.key(CAR))))
            .addRestrictionTagParser(
                RestrictionReader.allowingOne(
                    encoding.getTurnBooleanEncodedValue(TurnRestriction.key(ONLY))));
    OSMReaderConfig config = new OSMReaderConfig().setParseWayNames(false);
    BaseGraph graph = new BaseGraph.Builder(encoding).withTurnCosts(true).create();
    try {
      RestrictionReader reader = new RestrictionReader(graph, parsers, config);
      reader.setFile(pbf.toFile()).readGraph();
      if (reader.leftOut() > 0) {
        LOG.info("{} turn restrictions over a way in between are left out", reader.leftOut());
      }
    } catch (Exception e) {
      throw fault(pbf, e);
    }
    return graph;
  }

  /** Why GraphHopper could not read a file; it names negative ids itself. */
  private static InputException fault(Path pbf, Exception cause) {
    if (String.valueOf(cause.getMessage()).contains("must not be empty")) {
      return new InputException(pbf + ": has no roads");
    }
    return new InputException(pbf + ": cannot be read: " + rootMessage(cause));
  }

  private static String rootMessage(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("unknown fault");
  }
}
