package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.ieum.demand.DemandSettings;
import org.ieum.demand.SyntheticDemand;
import org.ieum.progress.InputException;
import org.ieum.server.api.EventView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.demo.DemoRiders;
import org.ieum.server.demo.DemoServer;
import org.ieum.server.demo.DemoVehicles;
import org.ieum.server.demo.Drivers;
import org.ieum.server.demo.MadeUpTrips;
import org.ieum.server.demo.RiderHabits;
import org.ieum.server.demo.RoadDrivers;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.http.OpenKeys;
import org.ieum.server.journal.EventFilter;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.StoredEvent;
import org.ieum.server.quantity.Seating;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A day on which everything goes wrong; {@code benchmarks/bad-day} starts it. */
@Command(
    name = "benchmarks/bad-day",
    sortOptions = false,
    description =
        "Lets riders and vehicles use a server over HTTP for some hours of its time, once without"
            + " trouble and once with: two breakdowns, a vehicle silent for ten minutes, a stop"
            + " closed, a busy road closed for a while, 5 % of riders who do not come, receivers that leap by 2 km, a clock 3"
            + " minutes off, vehicles that crawl, and a driver who serves stops out of order.")
public final class BadDay extends BenchmarkCommand {
  private static final String AREA = "city";
  private static final Duration POSITIONS_EVERY = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--minutes", defaultValue = "120", description = "of the server's time")
  private int minutes;

  @Option(names = "--speed", defaultValue = "15", description = "faster than real time")
  private double speed;

  @Option(names = "--vehicles", defaultValue = "20", description = "of the fleet")
  private int vehicles;

  @Option(names = "--riders", defaultValue = "120", description = "an hour")
  private double riders;

  private final PrintStream out = System.out;

  /** Ends with 1 when anything is wrong, 2 on wrong options. */
  public static void main(String[] args) {
    exit(new BadDay(), args);
  }

  /**
   * What became of a day.
   *
   * @param events how many of each type
   * @param broken promises that were broken, by cause
   * @param untold rides late against their promise of which nothing was told before
   * @param faults what was wrong with routes, first of all
   */
  record Day(
      Map<String, Integer> events, Map<String, Integer> broken, int untold, List<String> faults) {
    int count(String type) {
      return events.getOrDefault(type, 0);
    }
  }

  @Override
  int measure() throws IOException, InterruptedException {
    if (!(speed >= 1 && speed <= 60) || minutes < 30) {
      throw new InputException(
          "--speed must be from 1 to 60 and --minutes at least 30, were " + speed + ", " + minutes);
    }
    Day good = live(/* isBad= */ false);
    Day bad = live(/* isBad= */ true);
    List<Result> results = new ArrayList<>();
    for (String type :
        List.of(
            "ride_confirmed",
            "rider_alighted",
            "rider_no_show",
            "ride_reassigned",
            "ride_failed",
            "vehicle_located",
            "contact_lost",
            "road_speeds_changed",
            "vehicle_diverted",
            "leg_cut_off",
            "promise_at_risk",
            "promise_broken")) {
      results.add(Result.figure(type + ", without trouble", good.count(type), ""));
      results.add(Result.figure(type + ", with trouble", bad.count(type), ""));
    }
    bad.broken().forEach((cause, n) -> results.add(Result.figure("broken by " + cause, n, "")));
    int faults = good.faults().size() + bad.faults().size();
    results.add(Result.figure("faults in routes", faults, "").toHold(Target.atMost(0, "")));
    results.add(
        Result.figure(
                "broken promises not told before, or without cause",
                good.untold() + bad.untold(),
                "")
            .toHold(Target.atMost(0, "")));
    good.faults().stream().limit(5).forEach(fault -> out.println("FAULT: " + fault));
    bad.faults().stream().limit(10).forEach(fault -> out.println("FAULT: " + fault));
    report(results);
    return faults == 0 && good.untold() + bad.untold() == 0 ? 0 : 1;
  }

  private Day live(boolean isBad) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ieum-bad-day");
    FleetConfig fleet = new FleetConfig(vehicles, Seating.parse("8/0;6/1"));
    AreaSetup setup =
        new AreaSetups(new AreaMaps(folder.resolve("maps")))
            .open(AreaConfig.embedded(AREA, fleet), folder);
    long began = System.nanoTime();
    Instant start = Instant.parse("2026-05-06T06:00:00Z");
    InstantSource clock = () -> start.plusNanos((long) ((System.nanoTime() - began) * speed));
    try (JournalStore store =
            JournalStore.open(
                "jdbc:sqlite:" + folder.resolve("ieum.db"), JournalOptions.DEFAULT, Map.of());
        LiveArea area = new LiveArea(setup, store.journal(AREA), clock, "b")) {
      area.awaitReady();
      try (HttpServer http =
          HttpServer.start(
              HttpSettings.of("127.0.0.1", 0),
              List.<Area>of(area),
              new OpenKeys(),
              new NoRiders(),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
        URI base = URI.create("http://127.0.0.1:" + http.port());
        List<String> faults = new ArrayList<>();
        play(setup, clock, base, isBad, faults);
        return count(area, faults);
      }
    }
  }

  private void play(
      AreaSetup setup, InstantSource clock, URI base, boolean isBad, List<String> faults)
      throws IOException, InterruptedException {
    DemoServer server = new DemoServer(base, Optional.empty(), AREA, clock, speed);
    RiderHabits habits = new RiderHabits(riders, 0.95, 0.03, isBad ? 0.05 : 0, 0);
    SyntheticDemand demand =
        new SyntheticDemand(DemandSettings.DEFAULT, setup.map().network().geometry(), List.of());
    RoadDrivers good =
        new RoadDrivers(setup.map(), id -> isBad && BadDrivers.number(id) % 8 == 0 ? 0.6 : 1);
    Drivers drivers =
        isBad ? new BadDrivers(good, clock.instant().plus(Duration.ofMinutes(25))) : good;
    BusyRoad road = new BusyRoad(setup.map());
    long seconds = (long) (minutes * 60 / speed);
    try (DemoRiders crowd =
            new DemoRiders(server, new MadeUpTrips(demand, 1), habits, setup.zone(), 1);
        DemoVehicles devices =
            new DemoVehicles(server, POSITIONS_EVERY.dividedBy((long) speed), drivers)) {
      crowd.start();
      devices.start();
      Api api = new Api(base);
      SplittableRandom random = new SplittableRandom(3);
      boolean isFirst = true;
      for (long second = 0; second < seconds; second++) {
        Thread.sleep(1_000);
        List<String> wrong = PlanCheck.faults(api.live(), api.plans(), /* keepsPromises= */ false);
        // Time goes on while one looks, so that it may be worth another.
        if (!wrong.isEmpty()) {
          wrong = PlanCheck.faults(api.live(), api.plans(), /* keepsPromises= */ false);
        }
        faults.addAll(wrong);
        if (isBad && (second == seconds / 3 || second == seconds / 2)) {
          api.breakDownTheFullest(out);
        }
        if (isBad && second == seconds / 4) {
          api.post("/v1/stops/" + setup.map().stopPoints().get(3).id() + "/close", "{}");
        }
        if (isBad && second == seconds / 5) {
          faults.addAll(api.close(road, out));
          good.heed(road.closed());
        }
        if (isBad && second == seconds * 3 / 5) {
          api.put("/v1/road_speeds", BusyRoad.opening());
          good.heed(road.open());
        }
        if (isBad && random.nextInt(10) == 0) {
          api.serveOutOfOrder(isFirst, random);
          isFirst = false;
        }
      }
    }
  }

  private static Day count(LiveArea area, List<String> faults) {
    Map<String, Integer> events = new TreeMap<>();
    Map<String, Integer> broken = new TreeMap<>();
    Map<String, Integer> toldOf = new TreeMap<>();
    int untold = 0;
    long after = 0;
    while (true) {
      List<StoredEvent> page = area.journal().read(new EventFilter(after, null, null, null), 1000);
      if (page.isEmpty()) {
        return new Day(events, broken, untold, faults);
      }
      for (StoredEvent stored : page) {
        EventView event = area.view(stored);
        after = event.eventId();
        events.merge(event.type(), 1, Integer::sum);
        String ride = event.bookingId() + " " + event.data().path("limit").asText();
        if (event.type().equals("promise_at_risk")) {
          toldOf.put(ride, 1);
        } else if (event.type().equals("promise_broken")) {
          String cause = event.data().path("cause").asText();
          broken.merge(cause, 1, Integer::sum);
          untold += cause.isEmpty() || !toldOf.containsKey(ride) ? 1 : 0;
        }
      }
    }
  }

  /** What a dispatcher does by hand. */
  private static final class Api {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Api(URI base) {
      this.base = base;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
      return send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
      return send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Closes a road; tells when the server took another one for it. */
    List<String> close(BusyRoad road, PrintStream out) throws IOException, InterruptedException {
      JsonNode closed = put("/v1/road_speeds", road.closing());
      out.println("closed: " + road);
      boolean isIt = closed.at("/speeds/0/road/edge").asInt(-1) == road.edge();
      return isIt ? List.of() : List.of("asked to close " + road + ", got " + closed);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        throw new IOException("expected no " + answer.statusCode() + ", got " + answer.body());
      }
      return JSON.readTree(answer.body());
    }

    List<JsonNode> live() throws IOException, InterruptedException {
      List<JsonNode> bookings = new ArrayList<>();
      get("/v1/bookings?limit=1000").path("bookings").forEach(bookings::add);
      return bookings;
    }

    List<JsonNode> plans() throws IOException, InterruptedException {
      List<JsonNode> plans = new ArrayList<>();
      for (JsonNode vehicle : get("/v1/vehicles").path("vehicles")) {
        plans.add(get("/v1/vehicles/" + vehicle.path("vehicle_id").asText() + "/route_plan"));
      }
      return plans;
    }

    void breakDownTheFullest(PrintStream out) throws IOException, InterruptedException {
      String fullest = "";
      int most = -1;
      for (JsonNode vehicle : get("/v1/vehicles").path("vehicles")) {
        if (vehicle.path("riders").asInt() > most) {
          most = vehicle.path("riders").asInt();
          fullest = vehicle.path("vehicle_id").asText();
        }
      }
      JsonNode outage = post("/v1/vehicles/" + fullest + "/breakdown", "{\"reason\":\"smoke\"}");
      out.println(
          "breakdown of "
              + fullest
              + " with "
              + most
              + " aboard: "
              + outage.path("affected").size()
              + " rides affected");
    }

    void serveOutOfOrder(boolean isFirst, SplittableRandom random)
        throws IOException, InterruptedException {
      JsonNode vehicles = get("/v1/vehicles").path("vehicles");
      String vehicle =
          vehicles.get(isFirst ? 0 : random.nextInt(vehicles.size())).path("vehicle_id").asText();
      JsonNode tasks = get("/v1/drivers/" + vehicle + "/tasks").path("tasks");
      if (tasks.size() > 2) {
        String task = tasks.get(tasks.size() - 1).path("task_id").asText();
        post("/v1/tasks/" + task + "/arrive", "{}");
      }
    }
  }
}
