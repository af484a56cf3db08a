package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.ieum.progress.InputException;

/** A day in the middle of Porto, as options of {@code ./ieum simulate}. */
final class PortoDay {
  private PortoDay() {}

  /** With 60 vehicles. */
  static List<String> options(int requests) {
    Path extract =
        SharedFolder.find("data/osm/porto_portugal.osm.pbf")
            .orElseThrow(() -> new InputException("--days porto: no shared folder"));
    return List.of(
        "--osm",
        extract.toString(),
        "--bbox",
        "-8.70,41.12,-8.54,41.20",
        "--vehicles",
        "60",
        "--requests",
        Integer.toString(requests));
  }
}
