package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.server.command.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether each leg of a confirmed journey can really be had: days of {@code ./ieum simulate
 * --journeys} on the embedded map with a live fleet and scooters, one as it should be, one on which
 * all roads become slower while people are under way. No journey may fail without a recorded cause,
 * and on the first day none at all.
 */
@Command(
    name = "journey-days",
    description =
        "Simulates two days on which riders choose among journeys and follows each to its end; the"
            + " second has rush hours that nobody knew of. Counts journeys with a leg that could not"
            + " be had although no delay or breakdown was told.")
public final class JourneyDays extends BenchmarkCommand {
  /** Factor of the usual speed and when it takes over. */
  private static final List<String> RUSH =
      List.of("0.5,07:30", "1,09:30", "0.4,16:00", "0.7,17:30", "1,19:00");

  @Option(
      names = "--trips",
      defaultValue = "10000",
      description = "how many a day (default: ${DEFAULT-VALUE})")
  private int trips;

  @Option(
      names = "--vehicles",
      defaultValue = "30",
      description = "how many there are (default: ${DEFAULT-VALUE})")
  private int vehicles;

  @Option(
      names = "--scooters",
      defaultValue = "400",
      description = "how many there are (default: ${DEFAULT-VALUE})")
  private int scooters;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of everything drawn at random (default: ${DEFAULT-VALUE})")
  private long seed;

  private final List<Result> results = new ArrayList<>();

  /** Runs the command. */
  public static void main(String[] args) {
    exit(new JourneyDays(), args);
  }

  @Override
  int measure() throws IOException {
    Path folder = Files.createTempDirectory("ieum-journeys");
    Path rush = Files.writeString(folder.resolve("rush.csv"), rush());
    JsonNode usual = day(folder, "usual", List.of());
    JsonNode slow = day(folder, "rush", List.of("--speed-factors=" + rush));
    int faults = usual.path("journeysInfeasible").asInt() + slow.path("journeysInfeasible").asInt();
    report(results);
    System.out.println("files in " + folder);
    return faults == 0 ? 0 : 1;
  }

  private static String rush() {
    StringBuilder rows = new StringBuilder("road_class,factor,from\n");
    for (String change : RUSH) {
      for (String road : List.of("primary", "secondary", "tertiary", "residential")) {
        rows.append(road).append(',').append(change).append('\n');
      }
    }
    return rows.toString();
  }

  private JsonNode day(Path folder, String name, List<String> more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "--journeys",
                "--json",
                "--requests=" + trips,
                "--vehicles=" + vehicles,
                "--scooters=" + scooters,
                "--seed=" + seed,
                "--out=" + folder.resolve(name)));
    args.addAll(more);
    StringWriter out = new StringWriter();
    StringWriter faults = new StringWriter();
    long begun = System.nanoTime();
    int code =
        CommandLines.run(
            new PrintWriter(out, /* autoFlush= */ true),
            new PrintWriter(faults, /* autoFlush= */ true),
            args.toArray(new String[0]));
    if (code != 0) {
      throw new IOException(args + " ended with " + code + ": " + faults);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    JsonNode kpis = new ObjectMapper().readTree(out.toString()).path("kpis");
    results.add(Result.figure(name + " day, took", seconds, "s"));
    for (String key :
        List.of(
            "journeys",
            "journeysMade",
            "journeysGivenUp",
            "journeysRefused",
            "promisesBroken",
            "scooterRides",
            "scooterHoldsExpired")) {
      results.add(Result.figure(name + " day, " + key, kpis.path(key).asDouble(), ""));
    }
    Result stranded =
        Result.figure(
            name + " day, journeysStranded", kpis.path("journeysStranded").asDouble(), "");
    results.add(more.isEmpty() ? stranded.toHold(Target.atMost(0, "")) : stranded);
    results.add(
        Result.figure(
                name + " day, journeysInfeasible", kpis.path("journeysInfeasible").asDouble(-1), "")
            .toHold(Target.atMost(0, "")));
    return kpis;
  }
}
