package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ieum.reoptimize.SearchBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** All solvers beside each other, on instances that are solved at a glance. */
final class OptimizeTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @EnumSource(RoutingSolver.class)
  void everySolverSolvesBothKinds(RoutingSolver solver) throws IOException, InterruptedException {
    SearchBudget budget = new SearchBudget(20, 200_000_000);
    for (String text : List.of(RoutingCheckTest.LI_LIM, RoutingCheckTest.CORDEAU)) {
      RoutingInstance instance = InstanceFile.read(write("made.txt", text));
      InstanceRun run = InstanceRun.solve(solver, instance, 2, 1, budget);
      assertEquals(List.of(), run.faults());
      assertEquals(80, run.distance(), 1e-9);
      assertEquals(1, run.vehicles());
      assertTrue(run.iterations() > 0);
    }
  }

  @Test
  void whatCannotBeServedIsTold() throws IOException, InterruptedException {
    String text = RoutingCheckTest.LI_LIM.replace("4 40 0 -6 0 60", "4 40 0 -6 0 45");
    RoutingInstance instance = InstanceFile.read(write("made.txt", text));
    for (RoutingSolver solver : RoutingSolver.values()) {
      SearchBudget budget = new SearchBudget(20, 100_000_000);
      InstanceRun run = InstanceRun.solve(solver, instance, 1, 1, budget);
      assertEquals(List.of("request from node 3 to 4 is not served"), run.faults());
    }
  }

  @Test
  void theCommandComparesThem() throws IOException {
    write("pairs.txt", RoutingCheckTest.LI_LIM);
    write("rides.txt", RoutingCheckTest.CORDEAU);
    write("best_known.csv", "instance,vehicles,distance\npairs,1,80\nrides,1,75\n");
    Path out = folder.resolve("out.json");
    String[] options = {
      folder.toString(),
      "--solver",
      "all",
      "--seeds",
      "2",
      "--seconds",
      "0.1",
      "--threads",
      "1",
      "--iterations",
      "20",
      "--out",
      out.toString()
    };
    assertEquals(0, new CommandLine(new Optimize()).execute(options));
    Map<String, JsonNode> results = new TreeMap<>();
    for (JsonNode row : new ObjectMapper().readTree(out.toFile())) {
      results.put(row.get("name").asText(), row);
    }
    for (String solver : List.of("lns", "jsprit", "or-tools")) {
      for (String run : List.of("run 1", "run 2", "best of 2")) {
        String name = solver + ", " + run;
        assertEquals(100, value(results, name + ", 100 tasks: best-known vehicles"), name);
        assertEquals(0, value(results, name + ", 100 tasks: mean gap there"), 1e-9, name);
        assertEquals(0, value(results, name + ", dial-a-ride: proven optimum"), name);
        assertEquals(0, value(results, name + ", not solved, or wrongly"), name);
      }
      assertEquals(6.66667, value(results, "rides, " + solver + ", run 2: gap"), 1e-5);
    }
    JsonNode optimum = row(results, "lns, best of 2, dial-a-ride: proven optimum");
    assertEquals(">= 1 instances", optimum.get("target").asText());
    assertTrue(results.keySet().stream().anyMatch(name -> name.startsWith("machine: ")));
  }

  private static double value(Map<String, JsonNode> results, String name) {
    return row(results, name).get("value").asDouble();
  }

  private static JsonNode row(Map<String, JsonNode> results, String name) {
    return Objects.requireNonNull(results.get(name), name);
  }

  @Test
  void unknownSolversAreRefused() throws IOException {
    write("best_known.csv", "instance,vehicles,distance\n");
    CommandLine command = new CommandLine(new Optimize());
    StringBuilder fault = new StringBuilder();
    command.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          fault.append(exception.getMessage());
          return 2;
        });
    assertEquals(2, command.execute(folder.toString(), "--solver", "cplex"));
    assertEquals("--solver must be lns, jsprit, or-tools or all, was cplex", fault.toString());
  }
}
