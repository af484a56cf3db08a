package org.ieum.server.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.demand.DemandSettings;
import org.ieum.demand.SyntheticDemand;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.demo.DemoRiders;
import org.ieum.server.demo.DemoServer;
import org.ieum.server.demo.DemoVehicles;
import org.ieum.server.demo.MadeUpTrips;
import org.ieum.server.demo.RiderHabits;
import org.ieum.server.demo.RoadDrivers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Simulated riders and vehicles in all areas of a server. */
final class DemoRun implements AutoCloseable {
  private static final Duration POSITIONS_EVERY = Duration.ofSeconds(10);
  private static final long SEED = 1;

  /** Faster than that, positions would come too seldom to say anything. */
  private static final int FASTEST_WITH_POSITIONS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

  private final List<DemoRiders> riders = new ArrayList<>();
  private final List<DemoVehicles> vehicles = new ArrayList<>();

  private DemoRun() {}

  static DemoRun start(List<AreaSetup> setups, int port, DemoOptions options, Clock clock) {
    DemoRun run = new DemoRun();
    for (AreaSetup setup : setups) {
      DemoServer server =
          new DemoServer(
              URI.create("http://127.0.0.1:" + port),
              Optional.empty(),
              setup.id(),
              clock,
              options.speed);
      SyntheticDemand demand =
          new SyntheticDemand(DemandSettings.DEFAULT, setup.map().network().geometry(), List.of());
      DemoRiders riders =
          new DemoRiders(
              server,
              new MadeUpTrips(demand, SEED),
              RiderHabits.of(options.riders()),
              setup.zone(),
              SEED);
      riders.start();
      run.riders.add(riders);
      if (options.speed <= FASTEST_WITH_POSITIONS) {
        Duration interval = POSITIONS_EVERY.dividedBy((long) Math.ceil(options.speed));
        DemoVehicles vehicles = new DemoVehicles(server, interval, new RoadDrivers(setup.map()));
        vehicles.start();
        run.vehicles.add(vehicles);
      } else {
        LOG.info("Simulated vehicles tell no positions at a speed of {}", options.speed);
      }
    }
    return run;
  }

  @Override
  public void close() {
    riders.forEach(DemoRiders::close);
    vehicles.forEach(DemoVehicles::close);
  }
}
