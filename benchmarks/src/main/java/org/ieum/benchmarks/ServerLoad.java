package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The dispatch server under load; {@code benchmarks/server-load} starts it. */
@Command(
    name = "benchmarks/server-load",
    sortOptions = false,
    description =
        "Starts the dispatch server on the embedded area with real keys and its journal on disk,"
            + " and sends it quotes at fixed times, bookings, cancellations and boardings, all from"
            + " this machine. Times count from when a request should have been sent.")
public final class ServerLoad extends BenchmarkCommand {
  @Option(names = "--vehicles", defaultValue = "300", description = "of the fleet")
  private int vehicles;

  @Option(names = "--rate", defaultValue = "500", description = "quotes a second")
  private int rate;

  @Option(names = "--seconds", defaultValue = "600", description = "measured")
  private int seconds;

  @Option(names = "--warm-up", defaultValue = "60", description = "seconds before, not measured")
  private int warmUp;

  @Option(names = "--live", defaultValue = "1200", description = "bookings held all along")
  private int live;

  @Option(
      names = "--bookings",
      defaultValue = "10",
      description = "offers accepted a second, beside those that keep so many live")
  private int bookings;

  @Option(
      names = "--think",
      defaultValue = "10",
      description = "seconds that a rider thinks about an offer at most")
  private int think;

  @Option(names = "--connections", defaultValue = "64", description = "kept open at most")
  private int connections;

  @Option(
      names = "--db",
      defaultValue = "",
      description =
          "where the journal is, such as jdbc:postgresql://…; postgres for one that is started for"
              + " this run; a file when not said")
  private String db = "";

  @Option(names = "--java-option", description = "of the server; may be repeated")
  private List<String> javaOptions = new ArrayList<>();

  @Option(
      names = "--server-option",
      description = "of ieum serve, such as --optimizer=off; may be repeated")
  private List<String> serverOptions = new ArrayList<>();

  private final PrintStream out = System.out;

  /** Ends with 1 when a target is missed, 2 on wrong options. */
  public static void main(String[] args) {
    exit(new ServerLoad(), args);
  }

  @Override
  int measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ieum-load");
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, /* seed= */ 1);
    List<Result> results;
    try (TestDatabase database = TestDatabase.open(db, folder);
        ServerProcess server = ServerProcess.start(setup(folder, database))) {
      results = measure(server, trips);
    }
    report(results);
    return results.stream().allMatch(result -> result.holds().orElse(true)) ? 0 : 1;
  }

  private ServerProcess.Setup setup(Path folder, TestDatabase database) {
    return new ServerProcess.Setup(
        folder, vehicles, database.url(), database.environment(), javaOptions, serverOptions);
  }

  private List<Result> measure(ServerProcess server, MadeUpTrips trips)
      throws IOException, InterruptedException {
    EventLine events = new EventLine(server);
    try (HttpLines lines = new HttpLines(server.address(), server.key(), connections)) {
      LoadRun run =
          new LoadRun(lines, trips, events.events(), live, (double) bookings / rate, think);
      run.fill();
      say("%d bookings held", run.live());
      report("warm-up", run.run(rate, warmUp));
      double heapBefore = server.heapMegabytes();
      double serverBefore = server.cpuSeconds();
      double ownBefore = ownCpuSeconds();
      LoadFigures figures = run.run(rate, seconds);
      double serverCpu = (server.cpuSeconds() - serverBefore) / figures.seconds;
      double ownCpu = (ownCpuSeconds() - ownBefore) / figures.seconds;
      double heapAfter = server.heapMegabytes();
      report("measured", figures);
      List<Result> results = new ArrayList<>(figures.results(rate, live));
      results.add(Result.figure("heap after full collections, before", heapBefore, "MB"));
      results.add(Result.figure("heap after full collections, behind", heapAfter, "MB"));
      results.add(
          Result.figure("heap, growth", 100 * (heapAfter / heapBefore - 1), "%")
              .toHold(Target.atMost(5, "%")));
      results.add(Result.figure("processor, server", serverCpu, "cores"));
      results.add(Result.figure("processor, load generator", ownCpu, "cores"));
      results.add(
          Result.figure("requests that waited for a connection, most", lines.longestLine(), ""));
      return results;
    }
  }

  private void report(String phase, LoadFigures figures) {
    Latencies quotes = new Latencies(figures.quoteNanos.toLongArray());
    say(
        "%s: %d quotes, p99 %.2f ms, %d errors %s",
        phase, figures.quoteNanos.size(), quotes.p99() / 1e3, figures.errors, figures.firstError);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static double ownCpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
