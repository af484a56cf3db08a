package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.ieum.server.config.AreaFile;
import org.ieum.server.config.AreaMaps;
import org.ieum.server.config.AreaSetups;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys priced by the area, whose currency is not that of its timetable. */
final class TariffAreaTest extends AreaLife {
  private static final String AREA =
      """
      id: test
      fleet: {vehicles: 6, seating: 8/0;6/1}
      fares:
        currency: KRW
        tariffs:
          - {service: drt, base: 2000}
          - {service: transit, base: 1400, youth: {percent: 50}}
          - {service: scooter, base: 1000, base_distance: 0m, per_step: 150, step: 1km,
             step_time: 1m, slow_speed: 200}
        transfers:
          - {from: transit, to: drt, within: 30m, amount: 300}
          - {from: drt, to: transit, within: 30m, amount: 300}
      scooters:
        fleet:
          - {id: e1, lat: 57.6905, lon: 11.9515, range: 20km}
          - {id: e2, lat: 57.7140, lon: 12.0000, range: 20km}
      """;

  @TempDir private Path configs;

  TariffAreaTest() {
    super(Instant.parse("2026-05-06T06:00:00Z").toEpochMilli(), 6);
  }

  @Override
  AreaSetup setup() throws Exception {
    Path file = Files.writeString(configs.resolve("area.yaml"), AREA);
    return new AreaSetups(new AreaMaps(Path.of("target", "areas")))
        .open(AreaFile.read(file), Path.of(""));
  }

  private JourneyList find(List<String> modes, int riders, @Nullable String kind) throws Exception {
    return area.journeys(
            new JourneyInput(
                null, "anna", 57.6901, 11.9510, 57.7165, 12.0030, null, null, riders, null, kind,
                modes, null, null))
        .get();
  }

  private static List<JourneyLegView> legs(JourneyView journey, String mode) {
    return journey.legs().stream().filter(leg -> leg.mode().equals(mode)).toList();
  }

  private static JourneyView with(JourneyList found, String... modes) {
    return found.journeys().stream()
        .filter(journey -> List.of(modes).stream().noneMatch(m -> legs(journey, m).isEmpty()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none with " + List.of(modes) + " in " + found));
  }

  @Test
  void ridesByTimetableCostWhatTheTariffSays() throws Exception {
    for (int riders : List.of(1, 3)) {
      for (String kind : List.of("adult", "youth")) {
        JourneyList found = find(List.of("transit"), riders, kind);
        assertEquals("KRW", found.currency());
        long each = riders * (kind.equals("youth") ? 700L : 1_400L);
        JourneyView some = with(found, "transit");
        assertEquals(each * legs(some, "transit").size(), some.fare());
        for (JourneyView journey : found.journeys()) {
          assertTrue(journey.fareKnown(), journey.toString());
          assertEquals(each * legs(journey, "transit").size(), journey.fare());
          legs(journey, "transit").forEach(leg -> assertEquals(each, leg.fare()));
        }
      }
    }
  }

  @Test
  void scootersWithoutAPlanCostWhatTheTariffSays() throws Exception {
    JourneyView journey = with(find(List.of("scooter"), 1, null), "scooter");
    JourneyLegView leg = legs(journey, "scooter").get(0);
    long seconds = Duration.between(leg.startTime(), leg.endTime()).toSeconds();
    long minutesBegun = (seconds + 59) / 60;
    assertEquals(1_000 + 150 * minutesBegun, leg.fare());
    assertEquals(leg.fare(), journey.fare());
    assertTrue(journey.fareKnown());
  }

  @Test
  void whoChangesPaysLessForTheLegBehind() throws Exception {
    JourneyView journey = with(find(List.of("drt", "transit"), 1, null), "drt", "transit");
    int rides = legs(journey, "drt").size();
    long changes = 0;
    String before = "walk";
    for (JourneyLegView leg : journey.legs()) {
      if (!leg.mode().equals("walk")) {
        changes += !before.equals("walk") && !before.equals(leg.mode()) ? 1 : 0;
        before = leg.mode();
      }
    }
    long transit = 1_400L * legs(journey, "transit").size();
    assertTrue(changes > 0);
    assertEquals(2_000L * rides + transit - 300 * changes, journey.fare());
    JourneyConfirmation done = order(desk -> desk.confirmJourney(journey.journeyId()));
    assertEquals(rides, done.bookings().size());
    for (BookingView booking : done.bookings()) {
      assertEquals("KRW", Objects.requireNonNull(booking.fare()).currency());
    }
  }
}
