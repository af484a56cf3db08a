package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.ieum.osmdata.clip.JsonFile;

/** What KaRRi reached on an instance, on its own machine. */
final class KarriSummary {
  private KarriSummary() {}

  /** Reads {@code karri_summary.json} of an instance; times are the medians of its runs. */
  static Quality read(Path folder, String instance) {
    JsonNode hard =
        JsonFile.read(folder.resolve(instance).resolve("karri_summary.json")).at("/policies/hard");
    JsonNode quality = hard.get("quality");
    return new Quality(
        quality.get("served").asInt(),
        quality.get("wait_mean_s").asDouble(),
        quality.get("wait_p95_s").asDouble(),
        quality.get("ride_mean_s").asDouble(),
        quality.get("detour_factor_mean").asDouble(),
        quality.get("vehicle_drive_h").asDouble(),
        quality.get("mean_occupancy_while_driving").asDouble(),
        quality.get("empty_drive_share").asDouble(),
        median(hard.get("timing"), "mean"),
        median(hard.get("timing"), "p99"),
        quality.get("requests").asInt());
  }

  private static double median(JsonNode runs, String figure) {
    double[] values = new double[runs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = runs.get(i).at("/total_us/" + figure).asDouble();
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
