package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fare.Mode;
import org.ieum.fare.Payer;
import org.ieum.fare.RiderKind;
import org.ieum.journey.DispatcherQuotes;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyPlanner;
import org.ieum.journey.JourneyRequest;
import org.ieum.journey.JourneyRules;
import org.ieum.journey.Leg;
import org.ieum.journey.RideFares;
import org.ieum.journey.RideLeg;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.model.Capacity;
import org.ieum.model.LatLon;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.progress.InputException;
import org.ieum.road.ServiceArea;
import org.ieum.server.config.AreaMap;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.journeys.JourneyMap;
import org.ieum.server.journeys.TimetableFiles;
import org.ieum.transit.Timetable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a journey answer takes in Porto Alegre, with both its timetables, scooters and a fleet
 * of on-demand buses that serve some of those who ask.
 */
@Command(
    name = "journeys",
    description =
        "Asks for journeys all over Porto Alegre, one after the other on one thread, and tells how"
            + " long the answers took. Needs the folder shared.")
public final class JourneyQuery extends BenchmarkCommand {
  private static final LocalDate DAY = LocalDate.of(2019, 5, 7);
  private static final int DAY_MS = 86_400_000;

  /** The buses of the feed run from about noon to four. */
  private static final int START = 12 * 3_600_000 + 1_800_000;

  private static final int PACE = 10_000;
  private static final int SHORTEST = 1_000;

  @Option(
      names = "--queries",
      defaultValue = "500",
      description = "how many that are measured (default: ${DEFAULT-VALUE})")
  private int queries;

  @Option(
      names = "--warm-up",
      defaultValue = "100",
      description = "how many before (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--scooters",
      defaultValue = "300",
      description = "how many there are (default: ${DEFAULT-VALUE})")
  private int scooters;

  @Option(
      names = "--vehicles",
      defaultValue = "30",
      description = "how many there are (default: ${DEFAULT-VALUE})")
  private int vehicles;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of everything drawn at random (default: ${DEFAULT-VALUE})")
  private long seed;

  private final Set<String> taken = new HashSet<>();
  private int ridden;

  /** Runs the command. */
  public static void main(String[] args) {
    exit(new JourneyQuery(), args);
  }

  @Override
  int measure() throws IOException {
    Path folder = SharedFolder.find("data/gtfs").orElseThrow(JourneyQuery::missing);
    Path map = SharedFolder.find("data/osm/poa_osm.pbf").orElseThrow(JourneyQuery::missing);
    TimetableFiles files =
        TimetableFiles.read(
            List.of(folder.resolve("poa_eptc.zip"), folder.resolve("poa_trensurb.zip")));
    Timetable timetable = files.timetable();
    AreaMap opened =
        new AreaMaps(Files.createTempDirectory("journeys"))
            .extract(map, Optional.empty(), StopOptions.DEFAULT);
    ServiceArea area = opened.area(AreaMap.settings(1.25, Optional.empty()));
    JourneyMap journeys =
        new JourneyMap(
            area,
            ServiceRules.DEFAULT.promise(),
            320_000,
            RideFares.FREE,
            /* table= */ null,
            timetable,
            files.transfers());
    Random random = new Random(seed);
    journeys.setScooters(List.of(supply(timetable, random)));
    long epoch = DAY.atStartOfDay(timetable.feeds().get(0).zone()).toInstant().toEpochMilli();
    return measure(area, journeys, timetable, epoch, random);
  }

  private static InputException missing() {
    return new InputException("the folder shared with its data is not there");
  }

  private ScooterSupply supply(Timetable timetable, Random random) {
    List<Scooter> all = new ArrayList<>();
    for (int i = 0; i < scooters; i++) {
      String id = String.format(Locale.ROOT, "s%04d", i);
      all.add(new Scooter(id, place(timetable, random), "", "", "", 20_000, false, false));
    }
    return new ScooterSupply(
        "made_up", true, Instant.EPOCH, all, List.of(), List.of(), List.of(), List.of());
  }

  /** Somewhere near a stop of the timetable. */
  private static LatLon place(Timetable timetable, Random random) {
    LatLon stop = timetable.stop(random.nextInt(timetable.stopCount())).position();
    return new LatLon(
        stop.lat() + random.nextGaussian() * 0.003, stop.lon() + random.nextGaussian() * 0.003);
  }

  private int measure(
      ServiceArea area, JourneyMap journeys, Timetable timetable, long epoch, Random random)
      throws IOException {
    Dispatcher dispatcher =
        new Dispatcher(ServiceRules.DEFAULT, fleet(area), area.travelTimes(), event -> {});
    AtomicLong numbers = new AtomicLong();
    DispatcherQuotes quotes =
        new DispatcherQuotes(dispatcher, epoch, numbers::getAndIncrement, RideFares.FREE);
    JourneyMap.Planning planning = journeys.planning();
    long[] nanos = new long[queries];
    int found = 0;
    int answers = 0;
    Map<Mode, Integer> byMode = new EnumMap<>(Mode.class);
    for (int i = -warmUp; i < queries; i++) {
      int now = START + (i + warmUp) * PACE;
      dispatcher.advance(now);
      LatLon from = place(timetable, random);
      LatLon to = place(timetable, random);
      if (from.metresTo(to) < SHORTEST || isOff(area, from) || isOff(area, to)) {
        i--;
        continue;
      }
      JourneyRequest request =
          new JourneyRequest(
              from,
              to,
              random.nextInt(4) == 0 ? TimeType.ARRIVE_BY : TimeType.DEPART_AT,
              epoch + now + (random.nextInt(4) == 0 ? 3_600_000 : 0) + 1_000,
              Party.of(1),
              new Payer(RiderKind.ADULT, 1),
              EnumSet.allOf(Mode.class),
              JourneyRules.DEFAULT);
      quotes.begin(numbers.get(), now);
      JourneyPlanner planner = planning.planner(taken::contains);
      long start = System.nanoTime();
      List<Journey> answer = planner.plan(request, quotes);
      long end = System.nanoTime();
      if (i >= 0) {
        nanos[i] = end - start;
        found += answer.isEmpty() ? 0 : 1;
        answers += answer.size();
        for (Journey journey : answer) {
          for (Mode mode : Mode.values()) {
            byMode.merge(mode, journey.uses(mode) ? 1 : 0, Integer::sum);
          }
        }
      }
      take(answer, quotes, dispatcher, now);
    }
    Latencies times = new Latencies(nanos);
    List<Result> results = new ArrayList<>();
    results.add(Machine.processors());
    results.add(Result.figure("journey answers, median", times.quantile(0.5) / 1e3, "ms"));
    results.add(
        Result.figure("journey answers, 95th percentile", times.quantile(0.95) / 1e3, "ms")
            .toHold(Target.atMost(100, "ms")));
    results.add(Result.figure("journey answers, longest", times.longest() / 1e3, "ms"));
    results.add(Result.figure("answers with a journey", 100.0 * found / queries, "%"));
    results.add(Result.figure("journeys in an answer", (double) answers / queries, ""));
    for (Mode mode : Mode.values()) {
      results.add(
          Result.figure("journeys with " + mode.code(), byMode.getOrDefault(mode, 0), "journeys"));
    }
    results.add(Result.figure("on-demand rides taken", ridden, "rides"));
    report(results);
    return 0;
  }

  /** The map is smaller than the city. */
  private static boolean isOff(ServiceArea area, LatLon place) {
    return area.placeSnapper().snap(place).isEmpty();
  }

  /** Some of those who could ride on demand do, so that the fleet is a live one. */
  private void take(List<Journey> answer, DispatcherQuotes quotes, Dispatcher dispatcher, int now) {
    for (Journey journey : answer) {
      if (journey.uses(Mode.DRT)) {
        for (Leg leg : journey.legs()) {
          if (leg instanceof RideLeg ride) {
            Offer offer = quotes.findOffer(ride.offer().offerId()).orElseThrow();
            ridden += dispatcher.confirm(offer, now).isPresent() ? 1 : 0;
          }
        }
        return;
      }
    }
  }

  private List<Vehicle> fleet(ServiceArea area) {
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      int start = (int) ((long) v * area.stopPoints().size() / vehicles);
      Shift shift = new Shift(new TimeWindow(0, DAY_MS), start, Shift.ANYWHERE, List.of());
      fleet.add(new Vehicle("bus-" + v, List.of(new Capacity(16, 0)), List.of(shift)));
    }
    return fleet;
  }
}
