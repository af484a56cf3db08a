package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The database of the dispatch server is taken away; {@code benchmarks/server-outage} starts it.
 */
@Command(
    name = "benchmarks/server-outage",
    sortOptions = false,
    description =
        "Stops the PostgreSQL of a dispatch server while bookings, cancellations and boardings are"
            + " in flight, every other time with SIGKILL, starts it again 1 to 5 s later, and looks"
            + " whether the server refuses clearly meanwhile, goes on by itself, and has done once"
            + " what it acknowledged.")
public final class ServerOutage extends BenchmarkCommand {
  @Option(names = "--outages", defaultValue = "20", description = "how often")
  private int outages;

  @Option(names = "--vehicles", defaultValue = "60", description = "of the fleet")
  private int vehicles;

  @Option(names = "--seed", defaultValue = "1", description = "of the moments and commands")
  private long seed;

  private final PrintStream out = System.out;

  /** Ends with 1 when anything was lost, doubled or wrong; with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new ServerOutage(), args);
  }

  @Override
  int measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ieum-outage");
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, seed);
    List<Result> results;
    OutageRun.Outcome outcome;
    try (TestDatabase database = TestDatabase.open("postgres", folder)) {
      ServerProcess.Setup setup =
          new ServerProcess.Setup(
              folder, vehicles, database.url(), database.environment(), List.of());
      outcome = OutageRun.run(setup, database.getSwitch(), trips, outages, seed, this::say);
    }
    outcome.faults().stream().limit(20).forEach(fault -> out.println("FAULT: " + fault));
    results = results(outcome);
    report(results);
    return outcome.faults().isEmpty() ? 0 : 1;
  }

  private void say(int outage, String line) {
    out.println(String.format(Locale.ROOT, "%d outages: %s", outage, line));
  }

  private static List<Result> results(OutageRun.Outcome outcome) {
    return List.of(
        Result.figure("outages", outcome.outages(), ""),
        Result.figure("commands in flight, fewest", outcome.fewestInFlight(), "")
            .toHold(Target.atLeast(CommandFlow.IN_FLIGHT, "")),
        Result.figure("commands acknowledged", outcome.acknowledged(), ""),
        Result.figure("answers 503", outcome.refusals(), ""),
        Result.figure("without Retry-After", outcome.vagueRefusals(), "")
            .toHold(Target.atMost(0, "")),
        Result.figure("commands in doubt", outcome.inDoubt(), ""),
        Result.figure("of them carried out", outcome.carriedOut(), ""),
        Result.figure("bookings", outcome.bookings(), ""),
        Result.figure("longest time to an answer", outcome.longestSilence(), "s")
            .toHold(Target.atMost(OutageRun.LONGEST_SILENCE, "s")),
        Result.figure("longest time to resume", outcome.longestResume(), "s")
            .toHold(Target.atMost(OutageRun.LONGEST_RESUME, "s")),
        Result.figure("lost, doubled or wrong", outcome.faults().size(), "")
            .toHold(Target.atMost(0, "")));
  }
}
