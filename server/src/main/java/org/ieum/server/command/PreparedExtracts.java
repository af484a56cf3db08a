package org.ieum.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.PreparationOptions;
import org.ieum.osmdata.PreparationReport;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.progress.InputException;
import org.ieum.road.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extracts that were prepared on the way, each in a folder named by the SHA-256 of all that went
 * into it, so that the next run finds it and a changed input does not.
 */
final class PreparedExtracts {
  private static final Logger LOG = LoggerFactory.getLogger(PreparedExtracts.class);

  /** Raised whenever preparation changes what it writes. */
  private static final int FORMAT = 1;

  private final Path folder;

  PreparedExtracts(Path cache) {
    folder = cache.resolve("prepared");
  }

  /** The folder of a prepared extract: as found, or prepared now. */
  Path open(Path extract, Optional<AreaOutline> outline, StopOptions stops) {
    Path target = folder.resolve(fingerprint(extract, outline, stops));
    if (Files.isRegularFile(target.resolve(AreaPreparation.REPORT))) {
      LOG.info("prepared before, in {}", target);
      warnOfDroppedStops(target.resolve(AreaPreparation.REPORT));
      return target;
    }
    PreparationReport report =
        AreaPreparation.run(new PreparationOptions(extract, outline, stops, target));
    LOG.info("prepared {}{}{}", target, System.lineSeparator(), report.toText());
    warnOfDroppedStops(target.resolve(AreaPreparation.REPORT));
    return target;
  }

  /** Names stops that are not used, also when they were dropped in an earlier run. */
  private static void warnOfDroppedStops(Path report) {
    JsonNode dropped;
    try {
      dropped = new ObjectMapper().readTree(report.toFile()).path("stops").path("dropped");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropped.properties().forEach(PreparedExtracts::warnOfDroppedStops);
  }

  private static void warnOfDroppedStops(Map.Entry<String, JsonNode> reason) {
    StringJoiner ids = new StringJoiner(", ");
    reason.getValue().forEach(id -> ids.add(id.asText()));
    int count = reason.getValue().size();
    String stops = count == 1 ? "stop" : "stops";
    LOG.warn("{} {} set aside, {}: {}", count, stops, reason.getKey(), ids);
  }

  private static String fingerprint(
      Path extract, Optional<AreaOutline> outline, StopOptions stops) {
    try {
      Fingerprint print = new Fingerprint().add("prepared").add(FORMAT).add(extract);
      print.add(outline.map(area -> area.outline().toText()).orElse(""));
      if (stops.file().isPresent()) {
        print.add(stops.file().get());
      }
      return print.add(stops.toString()).toHex();
    } catch (IOException e) {
      throw new InputException(e.getMessage() + ": cannot be read");
    }
  }
}
