package org.ieum.osmdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The prepared area that comes with the program: central Gothenburg, 13.9 × 12.7 km, with virtual
 * stops. Map data © OpenStreetMap contributors, ODbL 1.0; see {@code NOTICE.md} beside it.
 */
public final class EmbeddedArea {
  /** The name of its folder. */
  public static final String NAME = "gothenburg";

  /** What people call it. */
  public static final String TITLE = "Gothenburg";

  /** The folder of its timetable, in which lines and times are invented. */
  public static final String GTFS = "gtfs";

  /** Its files: those of a preparation, the notice and an invented timetable. */
  public static final List<String> FILES =
      List.of(
          AreaPreparation.ROADS,
          AreaPreparation.STOPS,
          AreaPreparation.AREA,
          AreaPreparation.REPORT,
          "NOTICE.md",
          GTFS + "/agency.txt",
          GTFS + "/calendar.txt",
          GTFS + "/fare_attributes.txt",
          GTFS + "/feed_info.txt",
          GTFS + "/frequencies.txt",
          GTFS + "/routes.txt",
          GTFS + "/stop_times.txt",
          GTFS + "/stops.txt",
          GTFS + "/trips.txt");

  private EmbeddedArea() {}

  /** Opens one of {@link #FILES}. */
  public static InputStream open(String file) {
    InputStream in = EmbeddedArea.class.getResourceAsStream(NAME + "/" + file);
    if (in == null) {
      throw new IllegalArgumentException("file must be one of " + FILES + ", was '" + file + "'");
    }
    return in;
  }

  /**
   * Copies all files into a folder, over old ones; the folder is made when missing. A file that is
   * there with the same bytes is left alone, so what was made of it stays valid.
   *
   * @return the folder
   */
  public static Path copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.resolveSibling(""));
      Path partial = Files.createTempFile(folder, "copy", ".partial");
      try (InputStream in = open(file)) {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(target) || Files.mismatch(partial, target) >= 0) {
          Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(partial);
      }
    }
    return folder;
  }
}
