package org.ieum.osmdata.stops;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.osmdata.clip.AreaOutline;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenStopsTest {
  private static final AreaOutline AREA = AreaOutline.box(11.9, 57.6, 12.1, 57.8);
  private static final String HEADER = "stop_id,stop_name,stop_lat,stop_lon\n";

  @TempDir Path folder = Path.of("");

  private List<StopPoint> read(String text) throws IOException {
    return GivenStops.read(Files.writeString(folder.resolve("stops.txt"), text), AREA);
  }

  @Test
  void gtfsStopsAreReadAndStationsLeftOut() throws IOException {
    List<StopPoint> stops =
        read(
            """
            \uFEFFstop_lon,stop_id,stop_code,stop_name,stop_lat,location_type
            11.97,S1,x,"Central, east",57.70,0
            11.97,P,x,Station,57.70,1
            11.98,S2,x,,57.71,
            """);
    assertEquals(
        List.of(
            new StopPoint("S1", "Central, east", new LatLon(57.70, 11.97)),
            new StopPoint("S2", "S2", new LatLon(57.71, 11.98))),
        stops);
  }

  @Test
  void gtfsZip() throws IOException {
    Path zip = folder.resolve("feed.ZIP");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("stops.txt"));
      out.write((HEADER + "a,A,57.7,12\nb,B,57.7,bad\n").getBytes(StandardCharsets.UTF_8));
    }
    assertFault(() -> GivenStops.read(zip, AREA), "feed.ZIP/stops.txt: line 3: stop_lon", "'bad'");
    Path other = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
      out.putNextEntry(new ZipEntry("routes.txt"));
    }
    assertFault(() -> GivenStops.read(other, AREA), "other.zip: has no stops.txt");
    Path noZip = Files.writeString(folder.resolve("no.zip"), "text");
    assertFault(() -> GivenStops.read(noZip, AREA), "no.zip: cannot be read");
  }

  @Test
  void faultsNameLineAndValue() {
    assertFault(() -> GivenStops.read(folder.resolve("none.csv"), AREA), "none.csv: no such file");
    assertFault(() -> read(""), "stops.txt: is empty");
    assertFault(() -> read(HEADER), "stops.txt: has no stops");
    assertFault(
        () -> read("stop_id,stop_name,stop_lat,lon\n"), "line 1: column 'stop_lon' is missing");
    assertFault(
        () -> read(HEADER + "a,A,57.7,12\nb,B,57.7,12\na,C,57.7,12\n"),
        "line 4: stop_id 'a' is on line 2 already");
    assertFault(() -> read(HEADER + "a,A,north,12\n"), "line 2: stop_lat is no number: 'north'");
    assertFault(() -> read(HEADER + "a,A,57.7,NaN\n"), "line 2: stop_lon is no number: 'NaN'");
    assertFault(() -> read(HEADER + ",A,57.7,12\n"), "line 2: stop_id is missing");
    assertFault(() -> read(HEADER + "a,A,95,12\n"), "line 2: stop 'a' is off the earth", "95.0");
  }

  @Test
  void swappedCoordinatesAreRecognised() {
    assertFault(
        () -> read(HEADER + "a,A,57.7,12\nb,B,12.0,57.7\n"),
        "line 3: stop 'b': stop_lat 12.0 and stop_lon 57.7 are swapped");
    AreaOutline seoul = AreaOutline.box(126, 37, 127, 38);
    assertFault(
        () ->
            GivenStops.read(
                Files.writeString(folder.resolve("s.csv"), HEADER + "a,A,126.5,37.5\n"), seoul),
        "s.csv: line 2: stop 'a'",
        "swapped");
  }

  @Test
  void allFaultsAreCountedAndTenShown() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 25; i++) {
      text.append("s").append(i).append(",name,12.0,57.7\n");
    }
    InputException thrown = assertThrows(InputException.class, () -> read(text.toString()));
    assertEquals(25, thrown.count());
    assertEquals(10, thrown.faults().size());
    assertTrue(thrown.faults().get(9).contains("line 11:"));
  }

  @Test
  void farAwayStopsAreNoFault() throws IOException {
    assertEquals(1, read(HEADER + "a,A,1,2\n").size());
  }
}
