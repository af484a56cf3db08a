package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The dispatch server is sent hostile requests; {@code benchmarks/server-fuzz} starts it. */
@Command(
    name = "benchmarks/server-fuzz",
    sortOptions = false,
    description =
        "Sends the dispatch server malformed and hostile requests, made from its own /openapi.json"
            + " and broken, with valid credentials of each role, and looks after each refusal"
            + " whether anything has changed.")
public final class ServerFuzz extends BenchmarkCommand {
  /** The part of the requests after which memory is first measured. */
  private static final int WARM_UP = 5;

  private static final int MOST_GROWTH_MB = 16;

  @Option(names = "--requests", defaultValue = "100000", description = "hostile ones")
  private int requests;

  @Option(names = "--vehicles", defaultValue = "20", description = "of the fleet")
  private int vehicles;

  @Option(names = "--seed", defaultValue = "1", description = "of the requests")
  private long seed;

  private final PrintStream out = System.out;

  /** Ends with 1 when a target is missed, 2 on wrong options. */
  public static void main(String[] args) {
    exit(new ServerFuzz(), args);
  }

  @Override
  int measure() throws IOException, InterruptedException {
    FuzzServer setup = new FuzzServer(Files.createTempDirectory("ieum-fuzz"), vehicles);
    List<Result> results;
    try (ServerProcess server = setup.start();
        FuzzWorld world = new FuzzWorld(server, new Random(seed))) {
      results = measure(server, world, setup);
    }
    report(results);
    return results.stream().allMatch(result -> result.holds().orElse(true)) ? 0 : 1;
  }

  private List<Result> measure(ServerProcess server, FuzzWorld world, FuzzServer setup)
      throws IOException, InterruptedException {
    try (FuzzRun run = new FuzzRun(server, world, setup.actors(world), seed)) {
      long start = System.nanoTime();
      run.run(requests / WARM_UP, this::say);
      double before = server.heapMegabytes();
      double residentBefore = server.residentMegabytes();
      run.run(requests, this::say);
      double seconds = (System.nanoTime() - start) / 1e9;
      double behind = server.heapMegabytes();
      double residentBehind = server.residentMegabytes();
      FuzzCounts counts = run.counts();
      counts.faults.forEach(fault -> out.println("FAULT: " + fault));
      out.println("answers by status: " + counts.byStatus);
      List<Result> results = new ArrayList<>(counts.results());
      results.add(Result.figure("heap after full collections, at a fifth", before, "MB"));
      results.add(Result.figure("heap after full collections, behind", behind, "MB"));
      results.add(
          Result.figure("heap, growth", behind - before, "MB")
              .toHold(Target.atMost(MOST_GROWTH_MB, "MB")));
      if (residentBehind > 0) {
        results.add(Result.figure("resident memory, at a fifth", residentBefore, "MB"));
        results.add(Result.figure("resident memory, behind", residentBehind, "MB"));
      }
      results.add(Result.figure("the whole run by the clock", seconds, "s"));
      return results;
    }
  }

  private void say(FuzzCounts counts, int hostile) {
    if (hostile / 10_000 > (hostile - 2_000) / 10_000) {
      out.println(
          String.format(
              Locale.ROOT,
              "%,d hostile requests, %s",
              hostile,
              counts.areClean() ? "nothing wrong" : "NOT clean"));
    }
  }
}
