package org.ieum.osmdata.stops;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.osmdata.csv.CsvRow;
import org.ieum.osmdata.csv.CsvTable;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/**
 * Reads an operator's stops: CSV with the columns {@code stop_id, stop_name, stop_lat, stop_lon} in
 * any order, a GTFS {@code stops.txt}, or a GTFS {@code .zip}. Other columns are ignored but for
 * {@code location_type}: only rows with 0 or nothing there are stops (others are stations,
 * entrances and the like). Latitude and longitude are WGS 84 degrees.
 */
final class GivenStops {
  private static final List<String> COLUMNS =
      List.of("stop_id", "stop_name", "stop_lat", "stop_lon");

  private final String file;
  private final AreaOutline area;
  private final InputFaults faults = new InputFaults();
  private final Map<String, Integer> lineById = new HashMap<>();
  private final List<StopPoint> stops = new ArrayList<>();

  private GivenStops(String file, AreaOutline area) {
    this.file = file;
    this.area = area;
  }

  /**
   * Reads all stops, those outside of the area too.
   *
   * @throws InputException when the file or a row is wrong, or coordinates are swapped: a stop that
   *     is outside of the area, but inside with latitude and longitude exchanged
   */
  static List<StopPoint> read(Path path, AreaOutline area) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + ": no such file");
    }
    boolean isZip = path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    try {
      return isZip ? readZip(path, area) : readText(path, area);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage());
    }
  }

  private static List<StopPoint> readText(Path path, AreaOutline area) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return new GivenStops(path.toString(), area).read(in);
    }
  }

  private static List<StopPoint> readZip(Path path, AreaOutline area) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry("stops.txt");
      if (entry == null) {
        throw new InputException(path + ": has no stops.txt");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new GivenStops(path + "/stops.txt", area).read(in);
      }
    }
  }

  private List<StopPoint> read(InputStream in) {
    CsvTable table = CsvTable.read(file, in);
    for (String column : COLUMNS) {
      if (!table.hasColumn(column)) {
        faults.add(file + ": line 1: column '" + column + "' is missing");
      }
    }
    faults.throwIfAny();
    for (CsvRow row : table.rows()) {
      String type = table.value(row, "location_type");
      if (type.isEmpty() || type.equals("0")) {
        addStop(table, row);
      }
    }
    if (stops.isEmpty() && faults.count() == 0) {
      faults.add(file + ": has no stops");
    }
    faults.throwIfAny();
    return stops;
  }

  private void addStop(CsvTable table, CsvRow row) {
    int before = faults.count();
    String id = table.value(row, "stop_id");
    if (id.isBlank()) {
      fault(row, "stop_id is missing");
    } else {
      Integer line = lineById.putIfAbsent(id, row.line());
      if (line != null) {
        fault(row, "stop_id '" + id + "' is on line " + line + " already");
      }
    }
    OptionalDouble lat = degrees(table, row, "stop_lat");
    OptionalDouble lon = degrees(table, row, "stop_lon");
    if (lat.isPresent() && lon.isPresent()) {
      checkPlace(row, id, lat.getAsDouble(), lon.getAsDouble());
    }
    if (faults.count() == before) {
      String name = table.value(row, "stop_name");
      stops.add(
          new StopPoint(
              id, name.isBlank() ? id : name, new LatLon(lat.getAsDouble(), lon.getAsDouble())));
    }
  }

  private void checkPlace(CsvRow row, String id, double lat, double lon) {
    boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    boolean isSwapped = !(onEarth && area.contains(lat, lon)) && area.contains(lon, lat);
    if (isSwapped) {
      fault(row, "stop '" + id + "': stop_lat " + lat + " and stop_lon " + lon + " are swapped");
    } else if (!onEarth) {
      fault(
          row,
          "stop '"
              + id
              + "' is off the earth: stop_lat "
              + lat
              + " must be from -90 to 90, stop_lon "
              + lon
              + " from -180 to 180");
    }
  }

  private OptionalDouble degrees(CsvTable table, CsvRow row, String column) {
    String text = table.value(row, column);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, with the line.
    }
    fault(row, column + " is no number: '" + text + "'");
    return OptionalDouble.empty();
  }

  private void fault(CsvRow row, String what) {
    faults.add(file + ": line " + row.line() + ": " + what);
  }
}
