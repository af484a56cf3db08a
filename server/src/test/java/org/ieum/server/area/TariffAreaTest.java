package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyLegView;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.JourneyView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Journeys priced by the area, whose currency is not that of its timetable. */
final class TariffAreaTest extends JourneyLife {
  private static final String FARES =
      """
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
      """;

  TariffAreaTest() {
    super(FARES + SCOOTERS);
  }

  private JourneyList find(List<String> modes, int riders, @Nullable String kind) throws Exception {
    return find(across("anna", modes, null, null, riders, kind));
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
