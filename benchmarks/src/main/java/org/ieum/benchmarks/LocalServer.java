package org.ieum.benchmarks;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ieum.demand.DemandSettings;
import org.ieum.demand.RequestedTrip;
import org.ieum.demand.SyntheticDemand;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.config.FleetConfig;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.http.KeyFile;
import org.ieum.server.http.Role;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.quantity.Seating;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A server in this process: the embedded area, 300 vehicles and 1,200 rides booked ahead. */
@State(Scope.Benchmark)
public class LocalServer {
  private static final int VEHICLES = 300;
  private static final int RIDES = 1_200;
  private static final int ASKED = 2_000;
  private static final int TRIPS = 20_000;
  private static final int HOUR_MS = 3_600_000;

  private final List<QuoteInput> inputs = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  /** Rides that were booked, and how far ahead, ms. */
  private final Map<QuoteInput, Integer> booked = new LinkedHashMap<>();

  private AreaSetup setup;
  private JournalStore store;
  private LiveArea area;
  private HttpServer http;
  private HttpLines lines;
  private int next;

  /** Starts it and books. */
  @Setup(Level.Trial)
  public void start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ieum-quote");
    FleetConfig fleet = new FleetConfig(VEHICLES, Seating.parse("16/0;12/1"));
    setup =
        new AreaSetups(new AreaMaps(folder.resolve("maps")))
            .open(AreaConfig.embedded("city", fleet), folder);
    store =
        JournalStore.open(
            "jdbc:sqlite:" + folder.resolve("ieum.db"), JournalOptions.DEFAULT, Map.of());
    area = new LiveArea(setup, store.journal(setup.id()), Clock.systemUTC(), "b");
    area.awaitReady();
    String key = KeyFile.newKey();
    Path keys = folder.resolve("keys.csv");
    Files.writeString(keys, KeyFile.text(key, Role.ADMIN, ""));
    http =
        HttpServer.start(
            HttpSettings.of("127.0.0.1", 0),
            List.<Area>of(area),
            KeyFile.read(keys),
            new NoRiders(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    lines =
        new HttpLines(new InetSocketAddress(InetAddress.getLoopbackAddress(), http.port()), key, 1);
    drawTrips();
  }

  private void drawTrips() {
    SyntheticDemand demand =
        new SyntheticDemand(DemandSettings.DEFAULT, setup.map().network().geometry(), List.of());
    Instant now = Instant.now();
    for (RequestedTrip trip : demand.trips(TRIPS, 5 * HOUR_MS, 24 * HOUR_MS, 1)) {
      int ahead = trip.time() - trip.submitted();
      QuoteInput input = input(trip, now.plusMillis(ahead));
      if (booked.size() < RIDES && ahead > HOUR_MS / 2) {
        if (book(input)) {
          booked.put(input, ahead);
        }
      } else if (ahead <= HOUR_MS / 2 && inputs.size() < ASKED) {
        addIfServed(withoutTime(input));
      }
    }
    if (booked.size() < RIDES) {
      throw new IllegalStateException("only " + booked.size() + " rides could be booked");
    }
  }

  /** Keeps a trip for now, whenever that is, if a ride can be had. */
  private void addIfServed(QuoteInput input) {
    if (!area.quote(input).join().offers().isEmpty()) {
      inputs.add(input);
      bodies.add(body(input));
    }
  }

  private QuoteInput input(RequestedTrip trip, Instant time) {
    return new QuoteInput(
        setup.id(),
        null,
        trip.origin().lat(),
        trip.origin().lon(),
        trip.destination().lat(),
        trip.destination().lon(),
        time.atOffset(ZoneOffset.UTC),
        trip.timeType().name().toLowerCase(Locale.ROOT),
        trip.party().riders(),
        trip.party().wheelchairs(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static QuoteInput withoutTime(QuoteInput input) {
    return new QuoteInput(
        input.areaId(),
        null,
        input.pickupLat(),
        input.pickupLon(),
        input.dropOffLat(),
        input.dropOffLon(),
        null,
        null,
        input.passengerCount(),
        input.wheelchairs(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String body(QuoteInput input) {
    return String.format(
        Locale.ROOT,
        "{\"area_id\":\"%s\",\"pickup_lat\":%s,\"pickup_lon\":%s,\"drop_off_lat\":%s,"
            + "\"drop_off_lon\":%s,\"passenger_count\":%d,\"wheelchairs\":%d}",
        input.areaId(),
        input.pickupLat(),
        input.pickupLon(),
        input.dropOffLat(),
        input.dropOffLon(),
        input.passengerCount(),
        input.wheelchairs());
  }

  private boolean book(QuoteInput input) {
    List<OfferView> offers = area.quote(input).join().offers();
    if (offers.isEmpty()) {
      return false;
    }
    String offer = offers.get(0).offerId();
    area.order(desk -> desk.book(offer), null, LocalServer::keepNothing).join();
    return true;
  }

  private static KeptAnswer keepNothing(BookingView view) {
    throw new IllegalStateException("no key was given for " + view);
  }

  AreaSetup setup() {
    return setup;
  }

  LiveArea area() {
    return area;
  }

  /** Rides that were booked, and how far ahead, ms. */
  Map<QuoteInput, Integer> booked() {
    return booked;
  }

  /** The trips for now. */
  List<QuoteInput> inputs() {
    return inputs;
  }

  /** One of the trips for now, in turn. */
  QuoteInput nextInput() {
    next = next + 1 == inputs.size() ? 0 : next + 1;
    return inputs.get(next);
  }

  /** Its body. */
  String nextBody() {
    next = next + 1 == bodies.size() ? 0 : next + 1;
    return bodies.get(next);
  }

  /** The answer to a request over loopback. */
  String get(String path) throws IOException {
    StringBuilder answer = new StringBuilder();
    lines.get(path, (status, text) -> answer.append(status).append(text));
    return await(answer);
  }

  /** The same of a command. */
  String post(String path, String body) throws IOException {
    StringBuilder answer = new StringBuilder();
    lines.post(path, body, null, (status, text) -> answer.append(status).append(text));
    return await(answer);
  }

  private String await(StringBuilder answer) throws IOException {
    while (answer.isEmpty()) {
      lines.serve(1_000);
    }
    if (!answer.toString().startsWith("200")) {
      throw new IOException("expected 200, got " + answer);
    }
    return answer.toString();
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void stop() throws IOException {
    lines.close();
    http.close();
    area.close();
    store.close();
  }
}
