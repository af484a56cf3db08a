package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ieum.traveltime.RoadPosition;

/**
 * Requests for a fleet, and what KaRRi answered if it was asked. All rides are of one person.
 *
 * @param requests in the order of their times; the id of each is its index
 * @param answers to request i; empty when nobody else has solved the instance
 */
record DispatchInstance(String name, List<Request> requests, List<Car> cars, List<Answer> answers) {
  /**
   * A request.
   *
   * @param time when it is asked for and to be served, ms
   */
  record Request(int id, RoadPosition origin, RoadPosition destination, int time) {}

  /**
   * A vehicle and its only shift.
   *
   * @param from start of the shift, ms
   * @param until its end, ms
   */
  record Car(int id, RoadPosition place, int from, int until, int capacity) {}

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

  /** Reads an instance of {@code ../shared/data/dispatch} as its SPEC.md says. */
  static DispatchInstance read(Path folder, String name) {
    Path own = folder.resolve(name);
    List<Request> requests = new ArrayList<>();
    for (String[] row : CsvRows.read(own.resolve("requests.csv.gz"))) {
      requests.add(
          new Request(
              CsvRows.number(row[0]),
              RoadPack.end(CsvRows.number(row[1])),
              RoadPack.end(CsvRows.number(row[2])),
              CsvRows.millis(row[3])));
    }
    List<Car> cars = new ArrayList<>();
    for (String[] row : CsvRows.read(own.resolve("vehicles.csv"))) {
      cars.add(
          new Car(
              CsvRows.number(row[0]),
              RoadPack.end(CsvRows.number(row[1])),
              CsvRows.millis(row[2]),
              CsvRows.millis(row[3]),
              CsvRows.number(row[4])));
    }
    List<Answer> answers = new ArrayList<>();
    for (String[] row : CsvRows.read(own.resolve("karri_best_assignments.csv.gz"))) {
      answers.add(
          row[1].equals("1")
              ? new Answer(
                  CsvRows.number(row[2]),
                  CsvRows.number(row[3]),
                  CsvRows.number(row[4]),
                  CsvRows.millis(row[13]))
              : new Answer(-1, -1, -1, -1));
    }
    return new DispatchInstance(name, requests, cars, answers);
  }

  /** The first requests, and nobody's answers. */
  DispatchInstance first(int count) {
    return new DispatchInstance(
        name, requests.subList(0, Math.min(count, requests.size())), cars, List.of());
  }

  /** The same without anybody's answers. */
  DispatchInstance unsolved() {
    return first(requests.size());
  }
}
