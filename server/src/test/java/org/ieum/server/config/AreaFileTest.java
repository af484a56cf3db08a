package org.ieum.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ieum.model.BookingRules;
import org.ieum.model.Capacity;
import org.ieum.model.CostWeights;
import org.ieum.model.DwellRules;
import org.ieum.model.LimitsFrom;
import org.ieum.model.PromiseRules;
import org.ieum.model.ServiceRules;
import org.ieum.model.TimeWindow;
import org.ieum.progress.InputException;
import org.ieum.reposition.RepositionRules;
import org.ieum.road.KerbSide;
import org.ieum.road.TurnRules;
import org.ieum.server.area.FleetVehicle;
import org.ieum.server.area.RouteImprovement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an area's file says, and how it is told that it is wrong. */
final class AreaFileTest {
  @TempDir private Path folder;

  private AreaConfig read(String yaml) throws IOException {
    return AreaFile.read(Files.writeString(folder.resolve("area.yaml"), yaml));
  }

  /** The one line that tells what is wrong, without the folder. */
  private String fault(String yaml) {
    InputException refused = assertThrows(InputException.class, () -> read(yaml));
    assertEquals(1, refused.count());
    String text = refused.faults().get(0);
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.startsWith(folder.toString()), text);
    return text.substring(folder.toString().length() + 1);
  }

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    AreaConfig config = read("id: town\n");
    assertEquals("town", config.id());
    assertEquals("town", config.name());
    assertEquals(ZoneId.of("Europe/Stockholm"), config.timeZone());
    assertEquals(AreaConfig.EMBEDDED, config.map());
    assertEquals(5_000, config.queue());
    assertEquals(OptimizerChoice.LNS, config.reoptimization().optimizer());
    assertEquals(RepositionSource.OFF, config.repositioning().source());
    assertEquals(Optional.empty(), config.repositioning().findRules());
    assertEquals(Optional.empty(), config.turns().findRules());
    assertEquals("On-demand bus", config.service().name());
    assertEquals(new TimeWindow(0, 86_400_000), config.service().hours());
    assertEquals(320_000, config.service().longestWalk());
    assertEquals(
        new ServiceRules(
            PromiseRules.DEFAULT,
            DwellRules.DEFAULT,
            new BookingRules(0, 86_400_000, 60_000),
            CostWeights.DEFAULT),
        config.service().rules());
    List<FleetVehicle> fleet = config.fleet().spread(40, config.service().hours());
    assertEquals(20, fleet.size());
    List<Capacity> seats = List.of(new Capacity(16, 0), new Capacity(12, 1));
    assertEquals(new FleetVehicle("bus-03", seats, 4, 0, 86_400_000), fleet.get(2));
  }

  @Test
  void whatIsGivenCounts() throws IOException {
    AreaConfig config =
        read(
            """
            id: town_2
            name: 7
            time_zone: Asia/Seoul
            map: ../maps/town
            fleet: {vehicles: 3, seating: 8/0;6/1}
            turns: {costs: true, u_turn: 1m, kerb_side: left}
            service:
              name: Night bus
              start: 22:30
              end: 29:00
              max_wait: 10m
              limits_from: request
              trip_factor: 2
              trip_extra: 20m
              ride_factor: 1.25
              ride_extra: 0s
              max_walk: 1km
              walk_speed: "1"
              dwell: 20s
              wheelchair_dwell: 90s
              no_show_wait: 3m
              min_lead: 15m
              max_ahead: 14h
              offer_lifetime: 30s
            reoptimization: {optimizer: lns, interval: 5s, announce_ahead: 3m, vehicles: 9}
            repositioning: {source: history}
            queue: 7
            """);
    assertEquals("town_2", config.id());
    assertEquals("7", config.name());
    assertEquals(ZoneId.of("Asia/Seoul"), config.timeZone());
    assertEquals("../maps/town", config.map());
    assertEquals(7, config.queue());
    RouteImprovement improvement = config.reoptimization().findImprovement().orElseThrow();
    assertEquals(5_000, improvement.interval());
    assertEquals(180_000, improvement.announceAhead());
    assertEquals(9, improvement.vehicles());
    assertEquals(RepositionSource.HISTORY, config.repositioning().source());
    assertEquals(Optional.of(RepositionRules.DEFAULT), config.repositioning().findRules());
    assertEquals(Optional.of(new TurnRules(60_000, KerbSide.LEFT)), config.turns().findRules());
    ServiceConfig service = config.service();
    assertEquals("Night bus", service.name());
    assertEquals(new TimeWindow(81_000_000, 104_400_000), service.hours());
    assertEquals(1_000_000, service.longestWalk());
    assertEquals(1, service.walkSpeed());
    assertEquals(
        new ServiceRules(
            new PromiseRules(LimitsFrom.REQUEST, 600_000, 2, 1_200_000, 1.25, 0),
            new DwellRules(20_000, 90_000, 180_000),
            new BookingRules(900_000, 50_400_000, 30_000),
            CostWeights.DEFAULT),
        service.rules());
    List<Capacity> seats = List.of(new Capacity(8, 0), new Capacity(6, 1));
    assertEquals(
        new FleetVehicle("bus-02", seats, 3, 81_000_000, 104_400_000),
        config.fleet().spread(9, service.hours()).get(1));
  }

  @Test
  void turnsThatCountHaveDefaultsToo() throws IOException {
    AreaConfig on = read("id: a\nturns: {costs: true}\n");
    assertEquals(Optional.of(TurnRules.DEFAULT), on.turns().findRules());
    AreaConfig off = read("id: a\nturns: {costs: false, kerb_side: any}\n");
    assertEquals(Optional.empty(), off.turns().findRules());
  }

  /** The example of the README is read, tells every key, and tells the defaults. */
  @Test
  void theReadmeTellsEveryKeyAndItsDefault() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String yaml = readme.split("```yaml\n", 2)[1].split("```", 2)[0];
    for (Class<?> group :
        List.of(
            AreaConfig.class,
            FleetConfig.class,
            TurnConfig.class,
            ServiceConfig.class,
            ReoptimizationConfig.class,
            RepositioningConfig.class,
            FareConfig.class,
            TariffConfig.class,
            ScooterConfig.class,
            FeedConfig.class)) {
      for (RecordComponent component : group.getRecordComponents()) {
        String key =
            component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + ":";
        assertTrue(yaml.contains(key), key + " is not in " + yaml);
      }
    }
    AreaConfig config = read(yaml);
    AreaConfig usual = read("id: mytown");
    assertEquals(usual.timeZone(), config.timeZone());
    assertEquals(usual.queue(), config.queue());
    assertEquals(usual.turns().findRules(), config.turns().findRules());
    ReoptimizationConfig whole = config.reoptimization();
    ReoptimizationConfig none = usual.reoptimization();
    assertEquals(
        new ReoptimizationConfig(
            none.optimizer(), none.interval(), none.announceAhead(), none.vehicles()),
        whole);
    assertEquals(usual.repositioning().source(), config.repositioning().source());
    assertEquals(
        TurnRules.DEFAULT,
        new TurnConfig(true, config.turns().uTurn(), config.turns().kerbSide())
            .findRules()
            .orElseThrow());
    assertEquals(usual.service().rules(), config.service().rules());
    assertEquals(usual.service().hours(), config.service().hours());
    assertEquals(usual.service().name(), config.service().name());
    assertEquals(usual.service().walkSpeed(), config.service().walkSpeed());
    assertEquals(usual.service().longestWalk(), config.service().longestWalk());
    assertEquals(
        usual.fleet().spread(100, usual.service().hours()),
        config.fleet().spread(100, config.service().hours()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: red | line 2: unknown key 'colour'",
        "maxWait: 5m | line 2: unknown key 'maxWait'",
        "service: {max_wiat: 5m} | line 2: unknown key 'service.max_wiat'",
        "service: {limits: stop} | line 2: unknown key 'service.limits'",
        "fleet: {seats: 9} | line 2: unknown key 'fleet.seats'",
        "turns: {kerb: left} | line 2: unknown key 'turns.kerb'",
        "reoptimization: {every: 2s} | line 2: unknown key 'reoptimization.every'",
        "repositioning: {every: 2s} | line 2: unknown key 'repositioning.every'",
        "scooters: {keep: 2m} | line 2: unknown key 'scooters.keep'",
        "scooters: {fleet: [{id: a, battery: 5}]} | line 2: unknown key 'scooters.fleet[0].battery'",
        "fares: {currency: EUR, tariffs: [{price: 5}]} | line 2: unknown key 'fares.tariffs[0].price'",
        "id: again | line 2: Duplicate field 'id'",
      })
  void keysThatCannotBeAreNamed(String line, String expected) {
    assertEquals("area.yaml, " + expected, fault("id: town\n" + line + "\nmap: embedded\n"));
  }

  @Test
  void allUnknownKeysAreNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("area.yaml"),
            """
            Id: town
            service:
              max_wait: 5m
              max_wiat: {a: [1, 2], b: 3}
            fleet: 20
            queue: 9
            colour: red
            """);
    InputException refused = assertThrows(InputException.class, () -> AreaFile.read(file));
    assertEquals(
        List.of(
            file + ", line 1: unknown key 'Id'",
            file + ", line 4: unknown key 'service.max_wiat'",
            file + ", line 5: fleet must be keys and values, was '20'",
            file + ", line 7: unknown key 'colour'"),
        refused.faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time_zone: Mars/Base | time_zone must be a time zone such as Europe/Stockholm,"
            + " was 'Mars/Base'",
        "name: [a] | name must be one value, was a list",
        "queue: many | queue must be a whole number, was 'many'",
        "queue: 2.7 | queue must be a whole number, was '2.7'",
        "queue: '' | queue must be a whole number, was ''",
        "fleet: 20 | fleet must be keys and values, was '20'",
        "fleet: [20] | fleet must be keys and values, was a list",
        "fleet: {vehicles: {count: 2}} | fleet.vehicles must be one value, was a group of keys",
        "fleet: {vehicles: yes} | fleet.vehicles must be a whole number, was 'yes'",
        "fleet: {seating: full} | fleet.seating must be seats/wheelchair_places such as"
            + " 16/0;12/1, was 'full'",
        "turns: true | turns must be keys and values, was 'true'",
        "turns: {costs: yes} | turns.costs must be true or false, was 'yes'",
        "turns: {costs: 1} | turns.costs must be true or false, was '1'",
        "turns: {costs: true, u_turn: soon} | turns.u_turn must be a duration such as 90s, 10m or"
            + " 1h30m (up to 336h), was 'soon'",
        "turns: {costs: true, kerb_side: middle} | turns.kerb_side must be one of right, left,"
            + " any, was 'middle'",
        "reoptimization: lns | reoptimization must be keys and values, was 'lns'",
        "reoptimization: {optimizer: best} | reoptimization.optimizer must be one of off, lns, jsprit,"
            + " was 'best'",
        "repositioning: history | repositioning must be keys and values, was 'history'",
        "repositioning: {source: model} | repositioning.source must be one of off, history, was"
            + " 'model'",
        "reoptimization: {interval: 2} | reoptimization.interval must have a unit, such as 90s, 10m"
            + " or 1h30m, was '2'",
        "reoptimization: {vehicles: all} | reoptimization.vehicles must be a whole number, was"
            + " 'all'",
        "service: {start: noon} | service.start must be a time such as 07:30 or 25:10:00 (up to"
            + " 47:59:59), was 'noon'",
        "service: {max_wait: -5m} | service.max_wait must be a duration such as 90s, 10m or 1h30m"
            + " (up to 336h), was '-5m'",
        "service: {max_wait: 10} | service.max_wait must have a unit, such as 90s, 10m or 1h30m,"
            + " was '10'",
        "service: {limits_from: walk} | service.limits_from must be one of stop, request, was"
            + " 'walk'",
        "service: {trip_factor: double} | service.trip_factor must be a number, was 'double'",
        "scooters: {fleet: e1} | scooters.fleet must be a list, was 'e1'",
        "scooters: {hold: 5} | scooters.hold must have a unit, such as 90s, 10m or 1h30m, was '5'",
        "scooters: {fleet: [{id: a, lat: north}]} | scooters.fleet[0].lat must be a number, was"
            + " 'north'",
        "service: {max_walk: 10yd} | service.max_walk must be a distance such as 300m or 1.2km (up"
            + " to 1000km), was '10yd'",
      })
  void valuesOfTheWrongKindAreNamed(String line, String expected) {
    assertEquals(
        "area.yaml, line 2: " + expected, fault("id: town\n" + line + "\nmap: embedded\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue: 0 | queue must be from 1 to 1000000, was 0",
        "fleet: {vehicles: 0} | fleet.vehicles must be from 1 to 10000, was 0",
        "fleet: {vehicles: 10001} | fleet.vehicles must be from 1 to 10000, was 10001",
        "turns: {kerb_side: left} | turns.costs is missing, u_turn and kerb_side need costs: true",
        "turns: {u_turn: 9s} | turns.costs is missing, u_turn and kerb_side need costs: true",
        "turns: {costs: true, u_turn: 2h} | turns.u_turn must take from 0s to 1h, was 2h",
        "reoptimization: {interval: 0s} | reoptimization.interval must be from 1s to 1m, was 0s",
        "reoptimization: {interval: 61s} | reoptimization.interval must be from 1s to 1m, was 1m1s",
        "reoptimization: {announce_ahead: 2h} | reoptimization.announce_ahead must be from 0s to"
            + " 1h, was 2h",
        "reoptimization: {vehicles: 0} | reoptimization.vehicles must be from 1 to 64, was 0",
        "scooters: {fleet: [{lat: 1, lon: 2}]} | scooters.fleet[0].id is missing",
        "scooters: {fleet: [{id: a b, lat: 1, lon: 2}]} | scooters.fleet[0].id must be of letters,"
            + " digits and . _ -, at most 64 of them, was 'a b'",
        "scooters: {fleet: [{id: a, lon: 2}]} | scooters.fleet[0].lat is missing",
        "scooters: {fleet: [{id: a, lat: 91, lon: 2}]} | scooters.fleet[0].lat must be from -90 to"
            + " 90 degrees, was 91.0",
        "scooters: {fleet: [{id: a, lat: 1, lon: NaN}]} | scooters.fleet[0].lon must be from -180 to"
            + " 180 degrees, was NaN",
        "scooters: {fleet: [{id: a, station: b}]} | scooters.fleet has scooter a at station 'b',"
            + " which is none",
        "scooters: {fleet: [{id: a, lat: 1, lon: 2}, {id: a, lat: 1, lon: 2}]} | scooters.fleet has"
            + " two of id 'a'",
        "scooters: {stations: [{id: b, lat: 1, lon: 2, capacity: 0}]} |"
            + " scooters.stations[0].capacity must be from 1 to 10000, was 0",
        "service: {trip_factor: 0.5} | service.trip_factor must be from 1 to 100, was 0.5",
        "service: {ride_factor: NaN} | service.ride_factor must be from 1 to 100, was NaN",
        "service: {walk_speed: 10} | service.walk_speed must be at least 0.1 and below 10 m/s,"
            + " was 10.0",
        "service: {walk_speed: 0.1, max_walk: 9km} | service.max_walk must take a day at most,"
            + " was 9km at 0.1 m/s",
        "service: {start: '25:00'} | service.start must be before end, by a day at most, was 25:00"
            + " and 24:00",
        "service: {end: '24:01'} | service.start must be before end, by a day at most, was 00:00"
            + " and 24:01",
        "service: {min_lead: 30h} | service.min_lead must be <= max_ahead, was 30h > 24h",
      })
  void valuesOutOfBoundsAreNamed(String line, String expected) {
    assertEquals("area.yaml: " + expected, fault("id: town\n" + line + "\nmap: embedded\n"));
  }

  @Test
  void filesThatAreNoAreaAreRefused() {
    assertEquals("area.yaml: is empty", fault(""));
    assertEquals("area.yaml: id is missing", fault("name: Town"));
    assertEquals(
        "area.yaml: id must be of a to z, 0 to 9 and _, at most 32 of them, was 'My Town'",
        fault("id: My Town"));
    assertEquals("area.yaml, line 1: the file must be keys and values, was 'town'", fault("town"));
    assertEquals("area.yaml, line 1: the file must be keys and values, was a list", fault("- a"));
    String broken = fault("id: town\nfleet: {vehicles: 3\nqueue: 5\n");
    assertTrue(broken.matches("area.yaml, line 3: .*expected ',' or '}'.*"), broken);
    String tab = fault("id: town\n\tname: x\n");
    assertTrue(tab.matches("area.yaml, line 2: .*character '.t.TAB.' that cannot start.*"), tab);
    String two = fault("id: town\n---\nid: other\n");
    assertEquals("area.yaml, line 3: more than one area in a file", two);
    Path none = folder.resolve("none.yaml");
    InputException refused = assertThrows(InputException.class, () -> AreaFile.read(none));
    assertEquals(List.of(none + ": cannot be read"), refused.faults());
  }
}
