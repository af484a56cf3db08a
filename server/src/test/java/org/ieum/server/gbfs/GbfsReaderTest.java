package org.ieum.server.gbfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ieum.micromobility.GeofencingZone;
import org.ieum.micromobility.GeofencingZone.Rules;
import org.ieum.micromobility.PricingPlan;
import org.ieum.micromobility.Scooter;
import org.ieum.micromobility.ScooterStation;
import org.ieum.micromobility.ScooterSupply;
import org.ieum.micromobility.ScooterType;
import org.ieum.micromobility.Zones;
import org.ieum.model.LatLon;
import org.ieum.model.Money;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GbfsReaderTest {
  @TempDir private Path folder;

  private GbfsReading read(FeedFixture fixture) {
    return GbfsReader.read(fixture.write(folder), true);
  }

  /** What is told, without the folder. */
  private List<String> told(List<String> faults) {
    return faults.stream().map(fault -> fault.replace(folder + "/", "")).toList();
  }

  /** What an unusable system is refused with. */
  private String refused(FeedFixture fixture) {
    return told(assertThrows(InputException.class, () -> read(fixture)).faults()).get(0);
  }

  /** The one thing that is told of a usable system, and how many rows are left out. */
  private String fault(FeedFixture fixture, int badRows) {
    GbfsReading reading = read(fixture);
    assertEquals(1, reading.faultCount(), reading.faults().toString());
    assertEquals(badRows, reading.badRows());
    return told(reading.faults()).get(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bothDialectsSayTheSame(boolean isThree) {
    GbfsReading reading = read(new FeedFixture(isThree));
    assertEquals(List.of(), reading.faults());
    ScooterSupply supply = reading.supply();
    assertEquals("tiny", supply.systemId());
    assertTrue(supply.managed());
    assertEquals(FeedFixture.TIME, supply.asOf());
    LatLon plaza = new LatLon(37.5, 127);
    LatLon corner = new LatLon(37.51, 127.01);
    assertEquals(
        List.of(
            new Scooter("a", plaza, "kick", "plaza", "", 9_000, false, false),
            new Scooter("b", corner, "kick", "", "base", 12_000, true, false)),
        supply.scooters());
    assertEquals(
        List.of(new ScooterStation("plaza", "Plaza", plaza, 8, 2, 6, true, false)),
        supply.stations());
    assertEquals(
        List.of(new ScooterType("kick", "scooter_standing", 30_000, "base")), supply.types());
    PricingPlan plan = supply.plans().get(0);
    assertEquals("Plaza", plan.name());
    assertEquals(Money.of(1_200 + 3 * 180, "KRW"), plan.price(121_000, 500));
    GeofencingZone zone = supply.zones().get(0);
    assertEquals(List.of("kick"), zone.typeIds());
    Rules rules = new Zones(supply.zones()).at(corner, "kick");
    assertEquals(new Rules(isThree, false, true, true, 10), rules);
    assertEquals(Rules.UNRESTRICTED, new Zones(supply.zones()).at(new LatLon(36, 127), "kick"));
  }

  @Test
  void pricesAreExactInTheirCurrency() {
    FeedFixture fixture =
        new FeedFixture(true)
            .change("system_pricing_plans", "'KRW', 'price': 1200", "'EUR', 'price': 1.2")
            .change("system_pricing_plans", "'rate': 180", "'rate': 0.125");
    PricingPlan plan = read(fixture).supply().plans().get(0);
    assertEquals(Money.of(220, "EUR"), plan.price(8 * 60_000, 0));
    assertEquals(Money.of(133, "EUR"), plan.price(1, 0));
  }

  @Test
  void rulesThatHoldEverywhereComeLast() {
    FeedFixture fixture = new FeedFixture(true);
    fixture.change(
        "geofencing_zones",
        "'data': {",
        "'data': {'global_rules': [{'ride_start_allowed': false, 'ride_end_allowed': false,"
            + " 'ride_through_allowed': true}], ");
    Zones zones = new Zones(read(fixture).supply().zones());
    assertTrue(zones.at(new LatLon(37.5, 127.5), "kick").startAllowed());
    assertTrue(!zones.at(new LatLon(36.5, 127.5), "kick").startAllowed());
  }

  @Test
  void zonesOfAnotherTimeAreNotThere() {
    FeedFixture fixture = new FeedFixture(true);
    fixture.change(
        "geofencing_zones", "'properties': {", "'properties': {'end': '2026-05-04T09:59:59Z', ");
    assertEquals(List.of(), read(fixture).supply().zones());
    FeedFixture old = new FeedFixture(false);
    old.change("geofencing_zones", "'properties': {", "'properties': {'start': 1777888800, ");
    assertEquals(1, read(old).supply().zones().size());
    old.change("geofencing_zones", "1777888800", "1777888801");
    assertEquals(List.of(), read(old).supply().zones());
  }

  /** File, text there, what it becomes, what is told; the row is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "vehicle_status|'lat': 37.51|'lat': 97.51|lat must be from -90 to 90, was 97.51",
        "vehicle_status|127.01|-180.5|lon must be from -180 to 180, was -180.5",
        "vehicle_status|37.51, 'lon': 127.01|0, 'lon': 0.0|lat and lon are 0, 0",
        "vehicle_status|'lat': 37.51, ||lat is missing",
        "vehicle_status|12000.7|-5|current_range_meters must be >= 0, was -5.0",
        "vehicle_status|12000.7|'far'|current_range_meters cannot be understood, was \"far\"",
        "vehicle_status|'is_reserved': true, ||is_reserved is missing",
      })
  void aBadScooterIsLeftOut(String file, String from, String to, String told) {
    FeedFixture fixture = new FeedFixture(true).change(file, from, to == null ? "" : to);
    assertEquals(file + ".json: vehicles[0] b: " + told, fault(fixture, 1));
    assertEquals(1, read(fixture).supply().scooters().size());
  }

  @Test
  void referencesToNothingAreTold() {
    FeedFixture type = new FeedFixture(false);
    type.change("free_bike_status", "'kick', 'current_range_meters': 9", "'car', 'x': 9");
    assertEquals(
        "free_bike_status.json: bikes[1] a: vehicle_type_id is unknown, was 'car'", fault(type, 1));
    FeedFixture station = new FeedFixture(false).change("free_bike_status", "'plaza'", "'moon'");
    assertEquals(
        "free_bike_status.json: bikes[1] a: station_id is unknown, was 'moon'", fault(station, 1));
    FeedFixture plan = new FeedFixture(false).change("free_bike_status", "'base'", "'gold'");
    assertEquals(
        "free_bike_status.json: bikes[0] b: pricing_plan_id is unknown, was 'gold'",
        fault(plan, 0));
    assertEquals("", read(plan).supply().scooters().get(1).planId());
    FeedFixture twin = new FeedFixture(false).change("free_bike_status", "'a'", "'b'");
    assertEquals("free_bike_status.json: bikes[1] b: bike_id is there already", fault(twin, 1));
    FeedFixture zone = new FeedFixture(true);
    zone.change("geofencing_zones", "['kick']", "['kick', 'car']");
    assertEquals(
        "geofencing_zones.json: geofencing_zones.features[0]: vehicle_type_ids has an unknown one,"
            + " 'car'",
        fault(zone, 0));
  }

  @Test
  void aStatusOfAnUnknownStationIsToldAndTheStationGivesNothing() {
    FeedFixture fixture = new FeedFixture(true);
    fixture.change(
        "station_status",
        "'stations': [",
        "'stations': [{'station_id': 'moon', 'is_installed': true, 'is_renting': true,"
            + " 'is_returning': true, 'num_vehicles_available': 1}, ");
    assertEquals(
        "station_status.json: stations[0] moon: station_id is unknown in station_information, was"
            + " 'moon'",
        fault(fixture, 1));
    FeedFixture missing = new FeedFixture(true);
    missing.change(
        "station_information",
        "'stations': [",
        "'stations': [{'station_id': 'new', 'name': [], 'lat': 37.6, 'lon': 127.1}, ");
    ScooterStation quiet = read(missing).supply().stations().get(0);
    assertEquals("new", quiet.id());
    assertTrue(!quiet.renting() && !quiet.returning() && quiet.available() == 0);
  }

  /** A bow tie, a hole outside, an open ring; a sound zone beside it stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[[127,37],[128,38],[128,37],[127,38],[127,37]]|polygon 0 crosses itself near 37.5, 127.5",
        "[[127,37],[128,37],[128,38],[127,37]],[[120,30],[121,30],[121,31],[120,30]]"
            + "|polygon 0 is none (Hole lies outside shell) near 30.0, 120.0",
        "[[127,37],[128,37],[128,38],[127,38]]"
            + "|polygon 0 has a ring that does not end where it begins",
        "[[127,37],[128,37],[127,37]]|polygon 0 must have rings of at least 4 places, had 3",
        "[[127,97],[128,37],[128,38],[127,97]]|lat must be from -90 to 90, was 97.0",
      })
  void aZoneThatIsNoneIsLeftOut(String rings, String told) {
    FeedFixture fixture = new FeedFixture(true);
    String sound = "[[127,37],[128,37],[128,38],[127,38],[127,37]]";
    String zone =
        "{'type': 'Feature', 'properties': {'rules': []}, 'geometry': {'type': 'MultiPolygon',"
            + " 'coordinates': [[%s]]}}";
    fixture.change(
        "geofencing_zones", "'features': [", "'features': [" + zone.formatted(rings) + ", ");
    assertTrue(fixture.files.toString().contains(sound));
    assertEquals("geofencing_zones.json: geofencing_zones.features[0]: " + told, fault(fixture, 1));
    assertEquals(1, read(fixture).supply().zones().size());
  }

  /** File, text there, what it becomes, what is told; nothing is used. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "vehicle_types|'3.0'|'1.1'|: version must be 2.2, 2.3, 3.0 or 3.1, was '1.1'",
        "gbfs|, 'version': '3.0'||: version must be 2.2, 2.3, 3.0 or 3.1, was missing",
        "gbfs|'feeds': [|'feeds': 7, 'x': [|: feeds must be a list, was 7",
        "system_information|'tiny'|' '|: system_id is missing",
        "vehicle_types|'data': {|'data': {{|line 2: is no JSON: Unexpected character ('{' (code"
            + " 123)): was expecting double-quote to start field name",
        "vehicle_status|'data': {'vehicles'|'data': {'bikes'|: vehicles must be a list, was missing",
        "vehicle_status|'ttl': 60|'ttl': -1|: ttl must be seconds, 0 or more, was -1",
        "vehicle_status|'2026-05-04T10:00:00Z'|1777888800|: last_updated must be a time like"
            + " 2026-07-04T13:33:03Z, was 1777888800",
        "station_information|37.5|0|: 1 of 1 stations are bad",
        "system_pricing_plans|'KRW'|'XYZ'|: 1 of 1 plans are bad",
      })
  void aFileThatIsNoneIsRefused(String file, String from, String to, String told) {
    FeedFixture fixture = new FeedFixture(true).change(file, from, to == null ? "" : to);
    if (file.equals("station_information")) {
      fixture.change(file, "127.0", "0");
    }
    assertEquals(file + ".json" + (told.startsWith(":") ? "" : " ") + told, refused(fixture));
  }

  @Test
  void missingFilesAreNamed() {
    FeedFixture lacks = new FeedFixture(true);
    lacks.files.remove("vehicle_types");
    assertEquals("vehicle_types.json: the file is missing", refused(lacks));
  }

  @Test
  void aFolderWithoutTheFirstFileOrWithAnEmptyOneIsRefused() {
    FeedFixture none = new FeedFixture(true);
    none.files.clear();
    assertEquals("gbfs.json: the file is missing", refused(none));
    none.files.put("gbfs", "");
    assertEquals("gbfs.json: the file is empty", refused(none));
  }

  @Test
  void aSystemMustNameWhatIsNeeded() {
    FeedFixture anonymous = new FeedFixture(true).change("gbfs", "system_information", "other");
    assertEquals("gbfs.json: system_information is missing", refused(anonymous));
    FeedFixture lost = new FeedFixture(true).change("gbfs", "'station_information'", "'other'");
    assertEquals("gbfs.json: station_information is missing", refused(lost));
    FeedFixture empty =
        new FeedFixture(true)
            .change("gbfs", "'vehicle_status'", "'other'")
            .change("gbfs", "'station_status'", "'other'");
    assertEquals("gbfs.json: vehicle_status and station_status are both missing", refused(empty));
  }

  @Test
  void versionsMustFitTogether() {
    FeedFixture mixed = new FeedFixture(true);
    mixed.files.put(
        "system_information", new FeedFixture(false).files.getOrDefault("system_information", ""));
    assertEquals(
        "system_information.json: version must be 3.x like that of gbfs.json", refused(mixed));
  }
}
