package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.progress.InputException;

/**
 * Reads published instances. Both formats are lines of numbers: the head, the depot as node 0, then
 * a line for each visit.
 *
 * <ul>
 *   <li>Li and Lim (Computational Intelligence and Applications, 2003), {@code l*.txt}: head {@code
 *       vehicles capacity speed}; lines {@code node x y demand earliest latest service pickup
 *       dropoff}, where the last two name the node's mate and one of them is 0.
 *   <li>Cordeau (Operations Research 54, 2006), {@code a*.txt}: head {@code vehicles requests
 *       longest-route capacity longest-ride}; lines {@code node x y service demand earliest
 *       latest}; of n requests, request i is from node i to node n + i; the depot may come once
 *       more at the end.
 * </ul>
 */
final class InstanceFile {
  private final Path file;
  private final List<double[]> rows = new ArrayList<>();

  private InstanceFile(Path file) throws IOException {
    this.file = file;
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (!text.isBlank()) {
        rows.add(numbers(text, line));
      }
    }
    if (rows.size() < 2) {
      throw new InputException(file + ": head and depot expected, had " + rows.size() + " lines");
    }
  }

  /** Reads either format; the head tells which. */
  static RoutingInstance read(Path file) throws IOException {
    InstanceFile content = new InstanceFile(file);
    return switch (content.rows.get(0).length) {
      case 3 -> content.readLiLim();
      case 5 -> content.readCordeau();
      default ->
          throw new InputException(
              file + " line 1: 3 or 5 numbers expected, had " + content.rows.get(0).length);
    };
  }

  private double[] numbers(String text, int line) {
    String[] words = text.strip().split("\\s+", -1);
    double[] result = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        result[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new InputException(file + " line " + line + ": no number: " + words[i]);
      }
    }
    return result;
  }

  private double[] column(int index, int width) {
    double[] result = new double[rows.size() - 1];
    for (int n = 0; n < result.length; n++) {
      double[] row = rows.get(n + 1);
      if (row.length != width || row[0] != n) {
        throw new InputException(
            file + ": node " + n + " with " + width + " numbers expected after node " + (n - 1));
      }
      result[n] = row[index];
    }
    return result;
  }

  private int[] integers(int index, int width) {
    double[] values = column(index, width);
    int[] result = new int[values.length];
    for (int n = 0; n < result.length; n++) {
      result[n] = (int) values[n];
      if (result[n] != values[n]) {
        throw new InputException(file + ": node " + n + ": no integer: " + values[n]);
      }
    }
    return result;
  }

  private double[][] columns(int width, int... indices) {
    double[][] result = new double[indices.length][];
    for (int i = 0; i < indices.length; i++) {
      result[i] = column(indices[i], width);
    }
    return result;
  }

  private String name() {
    return String.valueOf(file.getFileName()).replace(".txt", "");
  }

  private RoutingInstance readLiLim() {
    double[] head = rows.get(0);
    int[] mate = integers(8, 9);
    int nodes = mate.length;
    int[] pickup = new int[nodes / 2];
    int[] dropoff = new int[nodes / 2];
    int[] back = integers(7, 9);
    int count = 0;
    for (int n = 1; n < nodes; n++) {
      if (mate[n] != 0) {
        if (mate[n] < 0 || mate[n] >= nodes || back[mate[n]] != n || count == pickup.length) {
          throw new InputException(file + ": node " + n + ": no drop-off: " + mate[n]);
        }
        pickup[count] = n;
        dropoff[count++] = mate[n];
      }
    }
    if (2 * count != nodes - 1) {
      throw new InputException(file + ": " + (nodes - 1) + " visits make no " + count + " pairs");
    }
    return new RoutingInstance(
        name(),
        (int) head[0],
        (int) head[1],
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        /* savesVehicles= */ true,
        columns(9, 1, 2, 4, 5, 6),
        integers(3, 9),
        pickup,
        dropoff);
  }

  private RoutingInstance readCordeau() {
    double[] head = rows.get(0);
    int requests = (int) head[1];
    int nodes = rows.size() - 1;
    if (nodes < 2 * requests + 1 || nodes > 2 * requests + 2) {
      throw new InputException(file + ": " + (2 * requests + 1) + " nodes expected, had " + nodes);
    }
    int[] pickup = new int[requests];
    int[] dropoff = new int[requests];
    for (int r = 0; r < requests; r++) {
      pickup[r] = r + 1;
      dropoff[r] = r + 1 + requests;
    }
    return new RoutingInstance(
        name(),
        (int) head[0],
        (int) head[3],
        head[4],
        head[2],
        /* savesVehicles= */ false,
        columns(7, 1, 2, 5, 6, 3),
        integers(4, 7),
        pickup,
        dropoff);
  }
}
