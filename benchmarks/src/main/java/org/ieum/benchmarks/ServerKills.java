package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The dispatch server is killed; {@code benchmarks/server-kills} starts it. */
@Command(
    name = "benchmarks/server-kills",
    sortOptions = false,
    description =
        "Kills the dispatch server with SIGKILL while bookings, cancellations and boardings are in"
            + " flight, starts it on the same data, and looks whether all that it had acknowledged"
            + " is there, once, and in routes that keep every promise.")
public final class ServerKills extends BenchmarkCommand {
  @Option(names = "--kills", defaultValue = "200", description = "how often")
  private int kills;

  @Option(names = "--vehicles", defaultValue = "60", description = "of the fleet")
  private int vehicles;

  @Option(names = "--seed", defaultValue = "1", description = "of the moments and commands")
  private long seed;

  @Option(
      names = "--db",
      defaultValue = "",
      description =
          "where the journal is, such as jdbc:postgresql://…; postgres for one that is started for"
              + " this run; a file when not said")
  private String db = "";

  private final PrintStream out = System.out;

  /** Ends with 1 when anything was lost, doubled or wrong; with 2 on wrong options. */
  public static void main(String[] args) {
    exit(new ServerKills(), args);
  }

  @Override
  int measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ieum-kills");
    MadeUpTrips trips = new MadeUpTrips(City.embedded(), ServerProcess.AREA, seed);
    List<Result> results;
    KillRun.Outcome outcome;
    try (TestDatabase database = TestDatabase.open(db, folder)) {
      ServerProcess.Setup setup =
          new ServerProcess.Setup(
              folder, vehicles, database.url(), database.environment(), List.of());
      outcome = KillRun.run(setup, trips, kills, seed, this::say);
    }
    outcome.faults().stream().limit(20).forEach(fault -> out.println("FAULT: " + fault));
    results = results(outcome);
    report(results);
    return outcome.faults().isEmpty() ? 0 : 1;
  }

  private void say(int kill, String line) {
    if (kill % 10 == 0 || kill == kills) {
      out.println(String.format(Locale.ROOT, "%d kills: %s", kill, line));
    }
  }

  private static List<Result> results(KillRun.Outcome outcome) {
    return List.of(
        Result.figure("kills", outcome.kills(), ""),
        Result.figure("commands in flight, fewest", outcome.fewestInFlight(), "")
            .toHold(Target.atLeast(CommandFlow.IN_FLIGHT, "")),
        Result.figure("commands acknowledged", outcome.acknowledged(), ""),
        Result.figure("commands whose answer was lost", outcome.inDoubt(), ""),
        Result.figure("of them carried out", outcome.carriedOut(), ""),
        Result.figure("bookings", outcome.bookings(), ""),
        Result.figure("slowest start", outcome.slowestStart(), "s"),
        Result.figure("lost, doubled or wrong", outcome.faults().size(), "")
            .toHold(Target.atMost(0, "")));
  }
}
