package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.progress.InputException;
import org.ieum.progress.LatencyRecorder;
import org.ieum.road.AreaSettings;
import org.ieum.road.ServiceArea;
import org.ieum.road.TurnRules;
import org.ieum.server.config.AreaMap;
import org.ieum.server.config.OptimizerChoice;
import org.ieum.server.simulate.Day;
import org.ieum.server.simulate.DayFiles;
import org.ieum.server.simulate.DayRun;
import org.ieum.server.simulate.FigureTable;
import org.ieum.simulation.RiderBehaviour;
import org.ieum.simulation.Simulation.Improvement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates a day of service. */
@Command(
    name = "simulate",
    description =
        "Simulates a day of on-demand buses with the dispatcher that runs on the street, and writes"
            + " kpis.json, requests.csv, vehicles.csv, events.ndjson and report.html. Without"
            + " options: central Gothenburg, a working day, 20 buses, 3,000 requests.")
final class SimulateCommand extends BaseCommand {
  /** Options that say where and how to print, not what happens; files do not depend on them. */
  private static final Set<String> NOT_SETTINGS =
      Set.of("cache", "out", "json", "verbose", "help", "version");

  /** Options that name a file or folder; of these the settings show the last part only. */
  private static final List<String> FILES =
      List.of(
          "prepared",
          "osm",
          "area",
          "stops",
          "fleet",
          "demand",
          "attractors",
          "speed-factors",
          "reposition-history",
          "fares");

  private static final String UNUSED = "-";

  @Mixin private final ScenarioMapOptions map = new ScenarioMapOptions();
  @Mixin private final OutlineOptions outline = new OutlineOptions();
  @Mixin private final StopPlacementOptions stops = new StopPlacementOptions();
  @Mixin private final TurnOptions turns = new TurnOptions();
  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final DemandOptions demand = new DemandOptions();
  @Mixin private final ServiceOptions service = new ServiceOptions();
  @Mixin private final TrafficOptions traffic = new TrafficOptions();
  @Mixin private final OptimizerOptions optimizer = new OptimizerOptions();
  @Mixin private final IterationOptions iterations = new IterationOptions();
  @Mixin private final RepositionOptions reposition = new RepositionOptions();
  @Mixin private final ChoosingOptions choosing = new ChoosingOptions();
  @Mixin private final DayOutputOptions output = new DayOutputOptions();

  /** Where the files go. */
  @OptionGroup("Output")
  static final class DayOutputOptions {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        defaultValue = "out",
        description = "Folder for the files; made when missing, files of an earlier run replaced.")
    Path folder;
  }

  @Override
  CommandResult execute() throws IOException {
    TimeWindow hours = service.service();
    ServiceRules rules = service.toRules();
    RiderBehaviour behaviour = demand.toBehaviour();
    Optional<Improvement> improvement = iterations.findImprovement(optimizer, demand.seed);
    reposition.check();
    choosing.check();
    if (Files.exists(output.folder) && !Files.isDirectory(output.folder)) {
      throw new InputException("--out " + output.folder + ": is no folder");
    }
    AreaMap opened = map.open(outline, stops);
    ServiceArea area = opened.area(areaSettings());
    List<Vehicle> vehicles = fleet.toFleet(area.stopPoints(), hours);
    checkShifts(vehicles, rules, area);
    AreaOutline edge = opened.outline();
    DayRun run =
        new DayRun(
            map.name(),
            area,
            service.date,
            hours.earliest(),
            hours.latest(),
            traffic.toChanges(area.network(), edge::contains),
            vehicles,
            demand.toTrips(area.network().geometry(), edge::contains, hours),
            rules,
            behaviour,
            improvement.orElse(null),
            reposition
                .findPositioning(
                    demand,
                    area,
                    edge::contains,
                    hours,
                    service.longestWalk(),
                    service.date.getDayOfWeek())
                .orElse(null),
            choosing
                .findJourneys(opened, area, rules, service.longestWalk(), service.date, demand.seed)
                .orElse(null),
            service.longestWalk(),
            settings());
    Files.createDirectories(output.folder);
    Day day = run.run();
    DayFiles.write(day, output.folder);
    return new Result(day, output.folder);
  }

  /** A dispatcher refuses shifts that leave no time to drive between their stops. */
  private void checkShifts(List<Vehicle> vehicles, ServiceRules rules, ServiceArea area) {
    try {
      new Dispatcher(rules, vehicles, area.travelTimes(), event -> {});
    } catch (IllegalArgumentException e) {
      String source = fleet.file == null ? "--start and --end" : fleet.file.toString();
      throw new InputException(source + ": " + e.getMessage());
    }
  }

  private AreaSettings areaSettings() {
    Optional<TurnRules> turnRules = turns.findRules();
    try {
      return AreaMap.settings(service.walkSpeed, turnRules);
    } catch (IllegalArgumentException e) {
      throw new InputException("--walk-speed: " + e.getMessage());
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = effectiveValues();
    settings.keySet().removeAll(NOT_SETTINGS);
    for (String file : FILES) {
      settings.computeIfPresent(file, (name, path) -> String.valueOf(Path.of(path).getFileName()));
    }
    if (!choosing.isOn) {
      settings.keySet().removeAll(ChoosingOptions.NAMES);
    } else if (choosing.gtfs != null) {
      settings.put(
          "gtfs",
          String.join(
              ",", choosing.gtfs.stream().map(p -> String.valueOf(p.getFileName())).toList()));
    }
    if (!turns.isOn) {
      settings.put("u-turn", UNUSED);
      settings.put("kerb-side", UNUSED);
    }
    if (optimizer.choice == OptimizerChoice.OFF) {
      settings.replaceAll((name, value) -> IterationOptions.IF_ON.contains(name) ? UNUSED : value);
    }
    if (fleet.file != null) {
      settings.put("vehicles", UNUSED);
      settings.put("seating", UNUSED);
    }
    if (demand.file != null) {
      settings.put("requests", UNUSED);
    }
    return settings;
  }

  /** The key figures and where the files are. */
  private record Result(Day day, Path folder) implements CommandResult {
    @Override
    public String toText() {
      LatencyRecorder latency = day.result().quoteLatency();
      return FigureTable.text(day.figures())
          + FigureTable.rejections(day)
          + String.format(
              Locale.ROOT,
              "Quotes answered in %.0f µs on average, 99 %% within %.0f µs, on this machine.%n%n",
              latency.meanMicros(),
              latency.quantileMicros(0.99))
          + "Report  "
          + folder.resolve(DayFiles.REPORT).toAbsolutePath().normalize();
    }

    @Override
    public String toJson() {
      return DayFiles.kpis(day);
    }
  }
}
