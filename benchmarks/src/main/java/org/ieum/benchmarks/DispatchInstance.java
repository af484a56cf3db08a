package org.ieum.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.RoadPosition;

/**
 * A ride-pooling instance of {@code ../shared/data/dispatch}, read as its SPEC.md says. Times of
 * the files are tenths of a second; here they are milliseconds.
 */
final class DispatchInstance {
  /** Milliseconds in a tenth of a second. */
  static final int TENTH = 100;

  /**
   * A request.
   *
   * @param origin edge at whose end the rider is
   * @param destination edge at whose end the rider wants to be
   * @param time ms
   * @param direct shortest drive, ms, as the file has it
   */
  record Request(int id, int origin, int destination, int time, int direct) {}

  /**
   * A vehicle.
   *
   * @param edge at whose end it starts
   */
  record Vehicle(int id, int edge, int start, int end, int capacity) {}

  /**
   * What KaRRi answered.
   *
   * @param vehicle -1 when it refused, like the rest
   * @param cost ms
   */
  record Answer(int vehicle, int pickupIndex, int dropoffIndex, long cost) {
    boolean isAccepted() {
      return vehicle >= 0;
    }
  }

  final String name;
  final EdgeTimes edges;
  final List<Request> requests = new ArrayList<>();
  final List<Vehicle> vehicles = new ArrayList<>();
  final List<Answer> answers = new ArrayList<>();

  /** Reads an instance. */
  DispatchInstance(Path folder, String name) {
    this.name = name;
    edges = readEdges(folder.resolve("edges.csv.gz"));
    Path own = folder.resolve(name);
    for (String[] row : rows(own.resolve("requests.csv.gz"))) {
      requests.add(
          new Request(number(row[0]), number(row[1]), number(row[2]), ms(row[3]), ms(row[5])));
    }
    for (String[] row : rows(own.resolve("vehicles.csv"))) {
      vehicles.add(
          new Vehicle(number(row[0]), number(row[1]), ms(row[2]), ms(row[3]), number(row[4])));
    }
    for (String[] row : rows(own.resolve("karri_best_assignments.csv.gz"))) {
      answers.add(
          row[1].equals("1")
              ? new Answer(number(row[2]), number(row[3]), number(row[4]), ms(row[13]))
              : new Answer(-1, -1, -1, -1));
    }
  }

  private static EdgeTimes readEdges(Path file) {
    List<String[]> rows = rows(file);
    int[] tails = new int[rows.size()];
    int[] heads = new int[rows.size()];
    int[] forward = new int[rows.size()];
    int[] backward = new int[rows.size()];
    int nodes = 0;
    for (int edge = 0; edge < tails.length; edge++) {
      tails[edge] = number(rows.get(edge)[1]);
      heads[edge] = number(rows.get(edge)[2]);
      forward[edge] = ms(rows.get(edge)[3]);
      backward[edge] = EdgeTimes.CLOSED;
      nodes = Math.max(nodes, 1 + Math.max(tails[edge], heads[edge]));
    }
    return new EdgeTimes(nodes, tails, heads, forward, backward);
  }

  /**
   * The end of an edge, for somebody who has driven it: a hair's breadth before its head, so that
   * it is reached by this edge only and left at once.
   */
  static RoadPosition end(int edge) {
    return new RoadPosition(edge, Math.nextDown(1.0));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static int ms(String text) {
    return Integer.parseInt(text) * TENTH;
  }

  private static List<String[]> rows(Path file) {
    List<String[]> rows = new ArrayList<>();
    try (var in = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(line.split(",", -1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return rows;
  }
}
