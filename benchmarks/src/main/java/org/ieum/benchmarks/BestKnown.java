package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.progress.InputException;

/**
 * The best solution of an instance that anybody published.
 *
 * @param vehicles used, or available where fewer are no aim
 */
record BestKnown(int vehicles, double distance) {

  /** Those of a folder's {@code best_known.csv}, by instance. */
  static Map<String, BestKnown> read(Path folder) throws IOException {
    Path file = folder.resolve("best_known.csv");
    Map<String, BestKnown> result = new TreeMap<>();
    if (Files.notExists(file)) {
      throw new InputException(file + ": is not there");
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new InputException(file + ": is empty");
    }
    List<String> head = Arrays.asList(lines.get(0).split(",", -1));
    int vehicles = head.indexOf("vehicles");
    int distance = Math.max(head.indexOf("distance"), head.indexOf("optimal_cost"));
    if (vehicles < 0 || distance < 0) {
      throw new InputException(file + " line 1: no vehicles, distance or optimal_cost");
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] words = lines.get(i).split(",", -1);
      try {
        result.put(
            words[0],
            new BestKnown(Integer.parseInt(words[vehicles]), Double.parseDouble(words[distance])));
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new InputException(file + " line " + (i + 1) + ": not understood: " + lines.get(i));
      }
    }
    return result;
  }
}
