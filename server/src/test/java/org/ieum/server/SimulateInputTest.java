package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ieum.osmdata.AreaPreparation;
import org.ieum.osmdata.EmbeddedArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulation refuses, and what it only counts, on a small part of the embedded map. */
final class SimulateInputTest {
  private static final String COLUMNS =
      "request_time,pickup_lat,pickup_lon,drop_off_lat,drop_off_lon,passenger_count\n";
  private static final String GOOD = "07:00,57.702,11.963,57.708,11.977,1\n";

  @TempDir static Path shared = Path.of("");
  private static Path prepared = Path.of("");

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void prepare() throws IOException {
    Path map = shared.resolve("map.osm.pbf");
    prepared = shared.resolve("centre");
    try (InputStream in = EmbeddedArea.open(AreaPreparation.ROADS)) {
      Files.copy(in, map);
    }
    ProgramRun run =
        ProgramRun.of(
            "prepare",
            "--osm=" + map,
            "--bbox=11.96,57.70,11.98,57.71",
            "--stop-source=virtual",
            "--out=" + prepared);
    assertEquals(0, run.exitCode(), run.err());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private ProgramRun simulate(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "--prepared=" + prepared,
                "--cache=" + shared.resolve("cache"),
                "--vehicles=2",
                "--out=" + out()));
    args.addAll(Arrays.asList(more));
    return ProgramRun.of(args.toArray(new String[0]));
  }

  /** Refused before anything is written. */
  private void assertRefused(ProgramRun run, String... faults) {
    run.assertRefused(faults);
    assertFalse(Files.exists(out()));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void wrongRequests() throws IOException {
    String colour = file("colour.csv", "colour," + COLUMNS + "red," + GOOD);
    assertRefused(simulate("--demand", colour), "colour.csv: line 1: column 'colour' is unknown");
    String text =
        COLUMNS
            + "7 o'clock,57.702,11.963,57.708,11.977,1\n"
            + "07:00,57.702,11.963,57.708,11.977,0\n"
            + "07:00,11.963,57.702,57.708,11.977,1\n";
    assertRefused(
        simulate("--demand", file("day.csv", text)),
        "day.csv: line 2: request_time must be a time such as 07:30 or 25:10:00 (up to 47:59:59),"
            + " was '7 o'clock'",
        "day.csv: line 3: passenger_count must be a whole number from 1 to 1000, was '0'",
        "day.csv: line 4: pickup_lat 11.963 and pickup_lon 57.702 are swapped");
    assertRefused(simulate("--demand", file("empty.csv", "")), "empty.csv: is empty");
    assertRefused(simulate("--demand", folder.resolve("no.csv").toString()), "no.csv: no such");
  }

  @Test
  void wrongFleets() throws IOException {
    String columns = "vehicle_id,seats,shift_start,shift_end,start_stop_id\n";
    assertRefused(
        simulate("--fleet", file("fleet.csv", columns + "a,16,06:00,18:00,moon\n")),
        "fleet.csv: line 2: start_stop_id 'moon' is no stop point of the area");
    assertRefused(simulate("--fleet", file("none.csv", columns)), "none.csv: has no vehicles");
    assertRefused(simulate("--seating=x"), "option '--seating': must be seats/wheelchair_places");
  }

  @Test
  void wrongAttractors() throws IOException {
    String columns = "lat,lon,weight\n";
    assertRefused(
        simulate("--attractors", file("heavy.csv", columns + "57.705,11.97,-1\n")),
        "heavy.csv: line 2: weight must be above 0");
  }

  @Test
  void wrongPreparedFolders() throws IOException {
    ProgramRun.of("simulate", "--prepared=" + folder, "--out=" + out())
        .assertRefused(folder.toString());
    Path broken = Files.createDirectories(folder.resolve("broken"));
    for (String name : List.of(AreaPreparation.AREA, AreaPreparation.ROADS)) {
      Files.copy(prepared.resolve(name), broken.resolve(name));
    }
    Files.writeString(broken.resolve(AreaPreparation.STOPS), "{");
    ProgramRun.of("simulate", "--prepared=" + broken, "--out=" + out())
        .assertRefused("stops.geojson: line 1: is no JSON");
  }

  @Test
  void valuesOutOfBounds() {
    assertRefused(simulate("--start=10:00", "--end=09:00"), "--start must be before --end");
    assertRefused(simulate("--walk-speed=0"), "--walk-speed");
    assertRefused(simulate("--requests=-4"), "--requests must be from 1 to 1000000, was -4");
    assertRefused(simulate("--prebooked-share=1.5"), "prebooked share must be from 0 to 1");
  }

  @Test
  void requestsThatCannotBeServedAreCountedWithTheirReason() throws IOException {
    String day =
        file(
            "day.csv",
            COLUMNS
                + GOOD
                + "07:10,57.702,11.963,58.9,11.977,1\n"
                + "07:20,57.702,11.963,57.708,11.977,40\n"
                + "07:30,57.702,11.963,57.702,11.963,1\n");
    ProgramRun run = simulate("--demand", day, "--json", "--no-show-share=0", "--cancel-share=0");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(new ObjectMapper().readTree(run.out()).isObject());
    List<String> rows = Files.readAllLines(out().resolve("requests.csv"));
    assertEquals(5, rows.size());
    assertTrue(rows.get(2).contains("out_of_area"), rows.get(2));
    for (int line = 2; line <= 4; line++) {
      assertTrue(rows.get(line).contains("rejected"), rows.get(line));
    }
    assertFalse(rows.get(1).contains("rejected"), rows.get(1));
  }
}
