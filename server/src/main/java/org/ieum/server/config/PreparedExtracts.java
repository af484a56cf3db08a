package org.ieum.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.PreparationOptions;
import org.ieum.osmdata.PreparationReport;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.stops.StopOptions;
import org.ieum.osmdata.stops.StopsFile;
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
    if (isWhole(target)) {
      LOG.info("prepared before, in {}", target);
      StopWarnings.log(target);
      return target;
    }
    PreparationReport report =
        AreaPreparation.run(new PreparationOptions(extract, outline, stops, target));
    LOG.info("prepared {}{}{}", target, System.lineSeparator(), report.toText());
    StopWarnings.log(target);
    return target;
  }

  /** Whether an earlier preparation is there and can be read. */
  private static boolean isWhole(Path target) {
    if (!Files.isRegularFile(target.resolve(AreaPreparation.REPORT))) {
      return false;
    }
    try {
      StopsFile.read(target.resolve(AreaPreparation.STOPS));
      AreaOutline.read(target.resolve(AreaPreparation.AREA));
      return Files.isRegularFile(target.resolve(AreaPreparation.ROADS));
    } catch (InputException e) {
      LOG.warn("prepared again, as the one in the cache is damaged: {}", e.getMessage());
      return false;
    }
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
