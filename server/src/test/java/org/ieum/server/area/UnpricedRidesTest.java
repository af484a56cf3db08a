package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyView;
import org.junit.jupiter.api.Test;

/** An area that says what timetables and scooters cost, and not its own rides. */
final class UnpricedRidesTest extends JourneyLife {
  private static final String FARES =
      """
      fares:
        currency: SEK
        tariffs:
          - {service: transit, base: 1400}
          - {service: scooter, base: 1000}
      """;

  UnpricedRidesTest() {
    super(FARES + SCOOTERS);
  }

  @Test
  void whatNobodySaysIsUnknownAndNotFree() throws Exception {
    JourneyView ride = with(find(across("anna", List.of("drt"))), "drt");
    assertFalse(ride.fareKnown());
    assertEquals(0, ride.fare());
    assertNull(legs(ride, "drt").get(0).fare());
    JourneyConfirmation done = order(desk -> desk.confirmJourney(ride.journeyId()));
    assertNull(done.bookings().get(0).fare());
    JourneyView other = with(find(across("anna", List.of("transit"))), "transit");
    assertTrue(other.fareKnown());
  }
}
