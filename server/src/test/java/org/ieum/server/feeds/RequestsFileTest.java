package org.ieum.server.feeds;

import static org.ieum.server.feeds.FeedFaults.assertFaults;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ieum.demand.RequestedTrip;
import org.ieum.model.LatLon;
import org.ieum.model.Party;
import org.ieum.model.TimeType;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestsFileTest {
  private static final String PLACES = "pickup_lat,pickup_lon,drop_off_lat,drop_off_lon";
  private static final String FROM_TO = "57.7,11.95,57.71,11.97";
  private static final String ALL =
      "request_id,rider_id,request_time,requested_time,time_type,"
          + PLACES
          + ",passenger_count,wheelchairs\n";

  /** About Gothenburg. */
  private static final Region REGION = (lat, lon) -> lat > 57 && lat < 58 && lon > 11 && lon < 13;

  @TempDir Path folder = Path.of("");

  private List<RequestedTrip> read(String text) throws IOException {
    return RequestsFile.read(Files.writeString(folder.resolve("day.csv"), text), REGION);
  }

  @Test
  void allColumns() throws IOException {
    List<RequestedTrip> trips =
        read(
            ALL
                + "9,4,07:30,08:00:30,arrive_by,"
                + FROM_TO
                + ",3,1\n"
                + "7,4,07:30,,,"
                + FROM_TO
                + ",,\n"
                + "8,,05:00,,depart_at,"
                + FROM_TO
                + ",1,1\n");
    LatLon from = new LatLon(57.7, 11.95);
    LatLon to = new LatLon(57.71, 11.97);
    int early = 5 * 3_600_000;
    int later = 27_000_000;
    assertEquals(
        List.of(
            new RequestedTrip(8, 5, early, TimeType.DEPART_AT, early, from, to, new Party(0, 1)),
            new RequestedTrip(7, 4, later, TimeType.DEPART_AT, later, from, to, Party.of(1)),
            new RequestedTrip(
                9, 4, later, TimeType.ARRIVE_BY, 28_830_000, from, to, new Party(2, 1))),
        trips);
  }

  @Test
  void fewestColumnsInAnyOrder() throws IOException {
    List<RequestedTrip> trips =
        read(
            """
            drop_off_lon,drop_off_lat,pickup_lon,pickup_lat,request_time
            11.97,57.71,11.95,57.7,25:10
            11.97,57.71,11.95,57.7,25:09
            """);
    assertEquals(List.of(2L, 1L), trips.stream().map(RequestedTrip::id).toList());
    assertEquals(List.of(2L, 1L), trips.stream().map(RequestedTrip::rider).toList());
    assertEquals(25 * 3_600_000 + 9 * 60_000, trips.get(0).submitted());
    assertEquals(new LatLon(57.7, 11.95), trips.get(0).origin());
  }

  @Test
  void outsideOfTheRegionIsNoFaultOfTheFile() throws IOException {
    assertEquals(1, read("request_time," + PLACES + "\n07:00,1,2,3,4\n").size());
  }

  @Test
  void wrongColumns() {
    assertFaults(
        () -> read("request_time,colour,pickup_lat,pickup_lon,drop_off_lat\n"),
        "line 1: column 'colour' is unknown; known are request_time, pickup_lat, pickup_lon,"
            + " drop_off_lat, drop_off_lon, requested_time, time_type, passenger_count,"
            + " wheelchairs, request_id, rider_id",
        "line 1: column 'drop_off_lon' is missing");
  }

  @Test
  void wrongValuesAreNamedWithLineAndColumn() {
    assertFaults(
        () ->
            read(
                ALL
                    + "1,,7 am,,,"
                    + FROM_TO
                    + ",,\n"
                    + "1,x,07:00,06:00,soon,"
                    + FROM_TO
                    + ",0,\n"
                    + ",,07:00,,,57.7,abc,57.71,11.97,1,2\n"),
        "line 2: request_time must be a time such as 07:30 or 25:10:00 (up to 47:59:59), was '7 am'",
        "line 3: request_id 1 is on line 2 already",
        "line 3: rider_id must be a whole number from 0 to 999999999999999, was 'x'",
        "line 3: requested_time 06:00 is before request_time 07:00",
        "line 3: time_type must be depart_at or arrive_by, was 'soon'",
        "line 3: passenger_count must be a whole number from 1 to 1000, was '0'",
        "line 4: request_id must be a whole number from 0 to 999999999999999, was ''",
        "line 4: pickup_lon must be a number, was 'abc'",
        "line 4: wheelchairs must be at most passenger_count, was 2 of 1");
  }

  @Test
  void wrongPlaces() {
    assertFaults(
        () ->
            read(
                "request_time,"
                    + PLACES
                    + "\n07:00,11.95,57.7,57.71,11.97\n07:00,57.7,11.95,91,11.97\n"
                    + "07:00,57.7,11.95,57.7,-180.5\n"),
        "line 2: pickup_lat 11.95 and pickup_lon 57.7 are swapped",
        "line 3: drop_off_lat 91.0 and drop_off_lon 11.97 are off the earth, must be from -90 to 90"
            + " and from -180 to 180",
        "line 4: drop_off_lat 57.7 and drop_off_lon -180.5 are off the earth, must be from -90 to"
            + " 90 and from -180 to 180");
  }

  @Test
  void wrongFiles() {
    assertFaults(
        () -> RequestsFile.read(folder.resolve("none.csv"), Region.UNKNOWN), "no such file");
    assertFaults(() -> read(""), "is empty");
    assertFaults(() -> read("request_time," + PLACES + "\n"), "has no requests");
    assertFaults(
        () ->
            read("request_time," + PLACES + "\n07:00,57.7,11.95,57.71\n07:00," + FROM_TO + ",1\n"),
        "line 2: has 4 values, the first line names 5 columns",
        "line 3: has 6 values, the first line names 5 columns");
  }

  @Test
  void allFaultsAreCountedAndTheFirstAreKept() {
    String text = "request_time," + PLACES + "\n" + ("x," + FROM_TO + "\n").repeat(37);
    InputException thrown = assertThrows(InputException.class, () -> read(text));
    assertEquals(37, thrown.count());
    assertEquals(InputFaults.SHOWN, thrown.faults().size());
  }
}
