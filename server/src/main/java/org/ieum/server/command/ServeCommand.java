package org.ieum.server.command;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.LiveArea;
import org.ieum.server.config.AreaConfig;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.ieum.server.http.ApiKeys;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.http.OpenKeys;
import org.ieum.server.http.RateLimits;
import org.ieum.server.http.TokenKeys;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the dispatch server until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Runs the dispatch server: quotes, bookings, vehicles and events over HTTP, with every"
            + " acknowledged booking on disk. Without options: central Gothenburg, 20 buses, at"
            + " http://127.0.0.1:8080. Stop it with Ctrl-C.")
final class ServeCommand extends BaseCommand {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private final ServeOptions server = new ServeOptions();
  @Mixin private final OptimizerOptions optimizer = new OptimizerOptions();
  @Mixin private final MoverOptions mover = new MoverOptions();
  @Mixin private final AccessOptions access = new AccessOptions();
  @Mixin private final DemoOptions demo = new DemoOptions();
  @Mixin private final RetentionOptions retention = new RetentionOptions();

  @Override
  void beforeFirstLine() {
    Logs.setFormat(server.logFormat);
  }

  @Override
  CommandResult execute() throws IOException {
    ListenAddress address = new ListenAddress(server.host, server.port);
    demo.check(server);
    retention.check();
    access.check(demo.isOn);
    TokenKeys tokens = access.tokenKeys(System.getenv());
    address.check();
    Clock clock = demo.isOn ? new FastClock(Clock.systemUTC(), demo.speed) : Clock.systemUTC();
    List<AreaSetup> setups = setups();
    DataFolder data = demo.isOn ? DataFolder.temporary() : DataFolder.open(server.dataFolder());
    try {
      return serve(setups, data, address, tokens, clock);
    } catch (RuntimeException | IOException e) {
      data.close();
      throw e;
    }
  }

  private CommandResult serve(
      List<AreaSetup> setups, DataFolder data, ListenAddress address, TokenKeys tokens, Clock clock)
      throws IOException {
    ApiKeys keys =
        demo.isOn ? new OpenKeys() : access.keys(FirstKey.open(data.path()), tokens, clock);
    String db = demo.isOn ? "jdbc:sqlite:" + data.path().resolve("ieum.db") : server.database();
    CountDownLatch stopped = new CountDownLatch(1);
    JournalStore store =
        JournalStore.open(
            db, retention.on(JournalOptions.DEFAULT.withClock(clock)), System.getenv());
    List<LiveArea> areas = new ArrayList<>();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    String life = Long.toString(Instant.now().toEpochMilli(), 36);
    for (AreaSetup setup : setups) {
      LiveArea area = new LiveArea(setup, store.journal(setup.id()), clock, life);
      area.prepareJourneys();
      areas.add(area);
    }
    ServerFigures.bind(registry, store);
    HttpServer http = listen(address, areas, keys, store, registry, clock);
    Running running = new Running(http, areas, store, data, stopped);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
    try {
      for (LiveArea area : areas) {
        area.awaitReady();
      }
      retention.start(store, clock);
      LOG.info("ready at http://{}:{}, description at /docs", server.host, http.port());
      if (demo.isOn && demo.riders() > 0) {
        running.demonstrate(DemoRun.start(setups, http.port(), demo, clock));
      }
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    return new Stopped(server.logFormat);
  }

  private HttpServer listen(
      ListenAddress address,
      List<LiveArea> areas,
      ApiKeys keys,
      JournalStore store,
      PrometheusMeterRegistry registry,
      Clock clock) {
    HttpSettings settings =
        HttpSettings.of(address.host(), address.port())
            .withClock(clock)
            .withRates(demo.isOn ? RateLimits.NONE : access.rates());
    try {
      return HttpServer.start(
          settings, List.<Area>copyOf(areas), keys, StoredRiders.of(store), registry);
    } catch (RuntimeException e) {
      areas.forEach(LiveArea::close);
      store.close();
      IOException network = ListenAddress.networkFault(e);
      throw network == null ? e : address.fault(network);
    }
  }

  private List<AreaSetup> setups() throws IOException {
    AreaSetups setups =
        new AreaSetups(new AreaMaps(server.cacheFolder()), optimizer.toConfig(), mover.toConfig());
    return server.configFiles().isEmpty()
        ? List.of(setups.open(AreaConfig.embedded(), Path.of("")))
        : setups.open(server.configFiles());
  }

  /** The end of a server's life. */
  private record Stopped(LogFormat format) implements CommandResult {
    /** As the log: where both go to one file, a program can read it to the last line. */
    @Override
    public String toText() {
      return format == LogFormat.JSON ? toJson() : "stopped";
    }

    @Override
    public String toJson() {
      return "{\"stopped\": true}";
    }
  }
}
