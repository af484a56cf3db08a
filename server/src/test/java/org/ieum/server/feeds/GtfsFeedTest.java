package org.ieum.server.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ieum.model.Money;
import org.ieum.progress.InputException;
import org.ieum.transit.Timetable;
import org.ieum.transit.TimetableBuilder;
import org.ieum.transit.TransferRule;
import org.ieum.transit.Wheelchair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good feeds, and what is wrong with bad ones. */
class GtfsFeedTest {
  @TempDir Path folder;

  private final Map<String, String> files = new TreeMap<>();
  private final TimetableBuilder builder = new TimetableBuilder();

  GtfsFeedTest() {
    files.put(
        "agency.txt",
        "agency_id,agency_name,agency_url,agency_timezone\nA,Agency,http://a,Europe/Stockholm\n");
    files.put(
        "stops.txt",
        """
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,zone_id,wheelchair_boarding
        S,Station,59.0,18.0,1,,,1
        a,First,59.0,18.0,0,S,z1,
        b,"Second, by the sea",59.01,18.0,,,z1,2
        c,Third,59.03,18.0,,,z2,
        """);
    files.put(
        "routes.txt",
        "route_id,agency_id,route_short_name,route_long_name,route_type\nR,A,28,Long,3\n");
    files.put(
        "calendar.txt",
        """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        W,1,1,1,1,1,0,0,20260601,20260630
        """);
    files.put("calendar_dates.txt", "service_id,date,exception_type\nW,20260603,2\nW,20260606,1\n");
    files.put(
        "trips.txt",
        "route_id,service_id,trip_id,trip_headsign,wheelchair_accessible\nR,W,T,Third,1\n");
    files.put(
        "stop_times.txt",
        """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
        T,25:00:00,25:00:00,c,9,1,0
        T,24:00:00,24:00:00,a,1,0,1
        T,,,b,5,2,
        """);
  }

  private GtfsFeed read() throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return GtfsFeed.read("f", folder, builder);
  }

  @Test
  void readsAFeedInAFolder() throws IOException {
    GtfsFeed feed = read();
    assertEquals(List.of(), feed.faults());
    Timetable timetable = builder.build();
    assertEquals(3, timetable.stopCount());
    assertEquals(1, timetable.tripCount());
    assertEquals("Second, by the sea", timetable.stop(1).name());
    assertEquals("f:S", timetable.stop(0).parent());
    assertEquals(Wheelchair.YES, timetable.stop(0).wheelchair());
    assertEquals(Wheelchair.NO, timetable.stop(1).wheelchair());
    assertEquals("28", timetable.route(0).shortName());
    assertEquals("Agency", timetable.route(0).agency());
    assertEquals("Third", timetable.trip(0).headsign());
    assertEquals(24 * 3600, timetable.departure(0, 0));
    // A third of the way.
    assertEquals(24 * 3600 + 1200, timetable.arrival(0, 1), 1);
    assertEquals(25 * 3600, timetable.arrival(0, 2));
    assertTrue(timetable.canBoard(0, 0));
    assertTrue(!timetable.canAlight(0, 0));
    assertTrue(!timetable.canBoard(0, 1), "one has to phone");
    assertTrue(timetable.canAlight(0, 1));
    assertTrue(timetable.runs(0, LocalDate.of(2026, 6, 2)));
    assertTrue(!timetable.runs(0, LocalDate.of(2026, 6, 3)), "taken out");
    assertTrue(timetable.runs(0, LocalDate.of(2026, 6, 6)), "put in");
    assertTrue(!timetable.runs(0, LocalDate.of(2026, 6, 7)));
    assertTrue(!timetable.fares().isKnown(0, 0, 2));
  }

  @Test
  void readsAZipWithByteOrderMark() throws IOException {
    files.put("stops.txt", "\uFEFF" + files.get("stops.txt"));
    Path zip = folder.resolve("feed.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertEquals(3, GtfsFeed.read("f", zip, builder).stops());
  }

  @Test
  void readsFrequenciesFaresAndTransfers() throws IOException {
    files.put(
        "frequencies.txt",
        """
        trip_id,start_time,end_time,headway_secs,exact_times
        T,06:00:00,06:30:00,600,1
        T,07:00:00,07:30:00,900,0
        """);
    files.put(
        "fare_attributes.txt",
        """
        fare_id,price,currency_type,payment_method,transfers,transfer_duration
        zone,3.5,SEK,0,0,
        all,10.00,SEK,0,,5400
        """);
    files.put(
        "fare_rules.txt", "fare_id,route_id,origin_id,destination_id\nzone,R,z1,z1\nall,,,\n");
    files.put(
        "transfers.txt",
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,b,2,120\na,c,3,\nb,c,0,\n");
    GtfsFeed feed = read();
    assertEquals(List.of(), feed.faults());
    assertEquals(2, feed.fares());
    assertEquals(
        List.of(
            new TransferRule(0, 1, 120),
            new TransferRule(0, 2, TransferRule.FORBIDDEN),
            new TransferRule(1, 2, 0)),
        feed.transferRules());
    Timetable timetable = builder.build();
    assertEquals(5, timetable.tripCount());
    assertEquals(6 * 3600 + 1200, timetable.departure(2, 0));
    assertEquals(Timetable.EXACT, timetable.headway(2));
    assertEquals(7 * 3600, timetable.departure(3, 0));
    assertEquals(900, timetable.headway(3));
    assertTrue(timetable.fares().isKnown(0, 0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stops.txt|x,Bad,0,0,,,,|stops.txt: line 6: position must not be 0,0, was 0,0",
        "stops.txt|x,Bad,91,0,,,,|stops.txt: line 6: position must be degrees within -90 to 90 and -180 to 180, was 91,0",
        "stops.txt|x,Bad,north,0,,,,|stops.txt: line 6: position must be degrees within -90 to 90 and -180 to 180, was north,0",
        "stops.txt|a,Again,59,18,,,,|stops.txt: line 6: stop_id 'a' is there twice",
        "stops.txt|x,Short|stops.txt: line 6: has 2 values, the first line names 8 columns",
        "routes.txt|X,A,1,,bus|routes.txt: line 3: route_type must be from 0 to 1800, was 'bus'",
        "routes.txt|X,B,1,,3|routes.txt: line 3: agency_id 'B' is unknown",
        "calendar.txt|X,1,1,1,1,1,1,1,20260601,2026-06-30|calendar.txt: line 3: end_date must be a day such as 20260131, was '2026-06-30'",
        "calendar_dates.txt|W,20260601,3|calendar_dates.txt: line 4: exception_type must be from 1 to 2, was '3'",
        "trips.txt|X,W,U,,|trips.txt: line 3: route_id 'X' is unknown",
        "trips.txt|R,X,U,,|trips.txt: line 3: service_id 'X' is unknown",
        "trips.txt|R,W,U,,|trips.txt: line 3: trip 'U' has no usable stop time",
        "stop_times.txt|X,26:00:00,26:00:00,a,10,,|stop_times.txt: line 5: trip_id 'X' is unknown",
        "stop_times.txt|T,26:00:00,26:00:00,x,10,,|stop_times.txt: line 5: stop_id 'x' is unknown",
        "stop_times.txt|T,26:00:00,26:00:00,S,10,,|stop_times.txt: line 5: stop_id 'S' is a station, no stop",
        "stop_times.txt|T,26:70:00,26:00:00,a,10,,|stop_times.txt: line 5: arrival_time must be a time such as 25:10:00, was '26:70:00'",
        "stop_times.txt|T,23:00:00,23:00:00,a,10,,|stop_times.txt: line 5: times of trip 'T' must not decrease, were 25:00:00, then 23:00:00 and 23:00:00",
        "stop_times.txt|T,25:00:00,25:00:00,a,9,,|stop_times.txt: line 5: trip 'T' has stop_sequence 9 twice",
      })
  void badRowsAreNamedAndLeftOut(String file, String row, String fault) throws IOException {
    files.put(file, files.get(file) + row + "\n");
    GtfsFeed feed = read();
    assertEquals(1, feed.faultCount());
    assertEquals(List.of(folder + ": " + fault), feed.faults());
    assertEquals(1, feed.trips());
    Timetable timetable = builder.build();
    assertEquals(1, timetable.tripCount());
    assertEquals(3, timetable.length(0));
  }

  @Test
  void rowsThatABadOneTakesWithItAreNotCounted() throws IOException {
    files.merge("trips.txt", "R,X,U,,\n", String::concat);
    files.merge(
        "stop_times.txt", "U,10:00:00,10:00:00,a,1,,\nU,10:10:00,10:10:00,b,2,,\n", String::concat);
    assertEquals(1, read().faultCount());
  }

  @Test
  void missingFilesAreAllNamed() {
    files.remove("stops.txt");
    files.remove("trips.txt");
    files.remove("calendar.txt");
    files.remove("calendar_dates.txt");
    InputException e = assertThrows(InputException.class, this::read);
    assertEquals(
        List.of(
            folder + ": stops.txt is missing",
            folder + ": trips.txt is missing",
            folder + ": calendar.txt and calendar_dates.txt are missing, one must be there"),
        e.faults());
  }

  @ParameterizedTest
  @CsvSource({"stops.txt", "stop_times.txt", "trips.txt", "agency.txt"})
  void anEmptyFileLeavesNothing(String file) {
    files.put(file, "");
    InputException e = assertThrows(InputException.class, this::read);
    assertTrue(String.valueOf(e.getMessage()).contains(file + ": is empty"), e::toString);
  }

  @Test
  void missingColumnsAreNamed() {
    files.put("trips.txt", "route_id,trip_id\nR,T\n");
    InputException e = assertThrows(InputException.class, this::read);
    assertEquals(folder + ": trips.txt: line 1: column 'service_id' is missing", e.getMessage());
  }

  @Test
  void whatIsNoFeedIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("feed.zip"), "no zip");
    InputException e = assertThrows(InputException.class, () -> GtfsFeed.read("f", text, builder));
    assertTrue(String.valueOf(e.getMessage()).startsWith(text + ": is no zip file"));
    Path none = folder.resolve("none.zip");
    e = assertThrows(InputException.class, () -> GtfsFeed.read("f", none, builder));
    assertEquals(none + ": no such file", e.getMessage());
  }

  @Test
  void aSecondCurrencyIsRefused() {
    int feed = builder.addFeed("g", ZoneOffset.UTC);
    builder.flatFare(feed, Money.of(420, "BRL"));
    files.put(
        "fare_attributes.txt",
        "fare_id,price,currency_type,payment_method,transfers\nx,3.5,SEK,0,0\n");
    InputException e = assertThrows(InputException.class, this::read);
    assertEquals(
        folder
            + ": fare_attributes.txt: fare_id 'x': fares of one timetable must have one currency,"
            + " were in BRL and SEK",
        e.getMessage());
  }

  @Test
  void aFareWhoseRulesAreAllBadIsForNothing() throws IOException {
    files.put(
        "fare_attributes.txt",
        "fare_id,price,currency_type,payment_method,transfers\nx,3.5,SEK,0,0\ny,3.505,SEK,0,0\n");
    files.put("fare_rules.txt", "fare_id,route_id\nx,Q\n");
    GtfsFeed feed = read();
    assertEquals(0, feed.fares());
    assertEquals(
        List.of(
            folder
                + ": fare_attributes.txt: line 3: price must be an amount in a known currency, was"
                + " '3.505' 'SEK'",
            folder + ": fare_rules.txt: line 2: route_id 'Q' is unknown"),
        feed.faults());
  }
}
