package org.ieum.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.ieum.server.area.Area;

/** The dispatch server over HTTP: resources over areas, and nothing of its own. */
public final class HttpServer implements AutoCloseable {
  private static final int LONGEST_QUEUE = 20_000;
  private static final int IDLE_THREAD_MS = 60_000;
  private static final int IDLE_MS = 30_000;
  private static final int LARGEST_HEAD = 16 * 1024;

  private final HttpSettings settings;
  private final Traffic traffic;
  private final EventStreams streams;
  private final Javalin javalin;
  private final List<Endpoint> table;

  private HttpServer(
      HttpSettings settings,
      Traffic traffic,
      EventStreams streams,
      Javalin javalin,
      List<Endpoint> table) {
    this.settings = settings;
    this.table = table;
    this.traffic = traffic;
    this.streams = streams;
    this.javalin = javalin;
  }

  /**
   * Starts to listen. Areas may become ready later; until then what concerns them is a 503.
   *
   * @param keys who may
   * @param riders how to reach riders
   * @param registry where figures go, which {@code /metrics} shows
   * @throws io.javalin.util.JavalinBindException when the port is taken
   */
  public static HttpServer start(
      HttpSettings settings,
      List<Area> areas,
      ApiKeys keys,
      Riders riders,
      PrometheusMeterRegistry registry) {
    QueuedThreadPool threads =
        new QueuedThreadPool(
            settings.threads(),
            Math.min(8, settings.threads()),
            IDLE_THREAD_MS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE));
    threads.setName("http");
    Traffic traffic = new Traffic(threads, settings.requestTimeout());
    EventStreams streams = new EventStreams(settings, threads);
    List<Endpoint> table =
        table(new Areas(areas), new Commands(settings.clock()), riders, traffic, streams, registry);
    Access access = new Access(keys, new RateLimit(settings.rates(), System::nanoTime));
    HttpMetrics metrics = new HttpMetrics(registry);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, settings, threads);
              config.routes.addHttpHandler(HandlerType.GET, "/", ctx -> ctx.redirect("/docs"));
              for (Endpoint endpoint : table) {
                Gate gate = new Gate(endpoint, access, traffic, metrics);
                config.routes.addHttpHandler(
                    HandlerType.findOrCreate(endpoint.method()), endpoint.path(), gate);
                if (endpoint.method().equals("GET") && !endpoint.produces().equals(Answer.EVENTS)) {
                  config.routes.addHttpHandler(HandlerType.HEAD, endpoint.path(), gate);
                }
              }
            });
    javalin.start();
    return new HttpServer(settings, traffic, streams, javalin, table);
  }

  /** All endpoints. */
  static List<Endpoint> table(
      Areas areas,
      Commands commands,
      Riders riders,
      Traffic traffic,
      EventStreams streams,
      PrometheusMeterRegistry registry) {
    List<Endpoint> table = new ArrayList<>();
    table.addAll(new QuoteEndpoints(areas, commands).table());
    table.addAll(new BookingEndpoints(areas, commands).table());
    table.addAll(new RiderEndpoints(areas, commands, riders).table());
    table.addAll(new JourneyEndpoints(areas, commands).table());
    table.addAll(new SeriesEndpoints(areas, commands).table());
    table.addAll(new ScooterEndpoints(areas, commands).table());
    table.addAll(new VehicleEndpoints(areas, commands).table());
    table.addAll(new TaskEndpoints(areas, commands).table());
    table.addAll(new AreaEndpoints(areas, commands).table());
    table.addAll(new RoadEndpoints(areas).table());
    table.addAll(new EventEndpoints(areas, streams).table());
    table.addAll(new SystemEndpoints(areas, traffic, streams, registry, commands.clock()).table());
    table.addAll(new DescriptionEndpoints(table).table());
    return List.copyOf(table);
  }

  private static void configure(
      JavalinConfig config, HttpSettings settings, QueuedThreadPool threads) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = CallReader.MAX_BODY;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(HttpServer::bound);
    config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
    config.routes.before(SecureHeaders::put);
    // Named as well, since the library's own handler of these would come first.
    config.routes.exception(HttpResponseException.class, HttpServer::tell);
    config.routes.exception(Exception.class, HttpServer::tell);
  }

  /** Where connections come in. */
  static ServerConnector connector(Server server, HttpConfiguration http, HttpSettings settings) {
    ServerConnector connector =
        new ServerConnector(
            server, null, null, new RequestBuffers(), 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    // A connection outlives any answer that is waited for on it.
    connector.setIdleTimeout(settings.requestTimeout().toMillis() + IDLE_MS);
    return connector;
  }

  private static void tell(Exception fault, Context ctx) {
    Gate.write(ctx, Problems.answer(fault, /* changes= */ false, ctx.path(), RequestId.of(ctx)));
  }

  /** The bounds of what is taken in. */
  static void bound(HttpConfiguration http) {
    http.setRequestHeaderSize(LARGEST_HEAD);
    // See RequestBuffers.
    http.setUseInputDirectByteBuffers(false);
    http.setSendServerVersion(false);
    // The router cannot decode %uXXXX, which no standard knows.
    http.setUriCompliance(
        UriCompliance.LEGACY.without("IEUM", UriCompliance.Violation.UTF16_ENCODINGS));
  }

  /** The table that it serves. */
  List<Endpoint> endpoints() {
    return table;
  }

  /** The port that it listens to. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, ends streams, lets other answers be written, and stops to listen. */
  @Override
  public void close() {
    traffic.refuse();
    streams.close();
    traffic.drain(settings.drainTimeout());
    javalin.stop();
  }
}
