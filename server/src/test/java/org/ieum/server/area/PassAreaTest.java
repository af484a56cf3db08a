package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.FareItemView;
import org.ieum.server.api.FareView;
import org.ieum.server.api.GivenPassInput;
import org.ieum.server.api.GivenPassView;
import org.ieum.server.api.JourneyConfirmation;
import org.ieum.server.api.JourneyView;
import org.ieum.server.api.OutageInput;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.VehicleView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An area whose riders are given passes. */
final class PassAreaTest extends JourneyLife {
  private static final String PRICES =
      """
      fares:
        currency: SEK
        tariffs:
          - {service: on_demand, base: 2000, base_distance: 1km, per_step: 300, step: 100m}
        passes:
          - {id: month, name: Month, price: 50000, services: [on_demand], rides: 2}
          - {id: day, price: 9000, services: [drt], days: 1}
      """;

  private String fares = PRICES;

  PassAreaTest() {
    super(PRICES);
  }

  @Override
  AreaSetup setup() throws Exception {
    return open(FLEET + fares);
  }

  private GivenPassView give(String rider, String pass, @Nullable String from) throws Exception {
    return order(desk -> desk.riders().givePass(rider, new GivenPassInput(pass, from)));
  }

  private Refusal refused(String rider, String pass, @Nullable String from) {
    return refusal(desk -> desk.riders().givePass(rider, new GivenPassInput(pass, from)));
  }

  private GivenPassView pass(String rider) throws Exception {
    List<GivenPassView> passes = ask(desk -> desk.riders().passes(rider));
    assertEquals(1, passes.size(), passes.toString());
    return passes.get(0);
  }

  private static FareView fare(BookingView booking) {
    return Objects.requireNonNull(booking.fare());
  }

  private FareView quoted(String rider, int from, int to, long ahead) throws Exception {
    QuoteView quote = quote(rider, from, to, ahead, null);
    return Objects.requireNonNull(quote.offers().get(0).fare(), quote.toString());
  }

  @Test
  void whoHasAPassRidesForLessAndThatHolds() throws Exception {
    long price = quoted("anna", 0, 400, 0).amount();
    GivenPassView given = give("anna", "month", null);
    assertEquals("2026-05-06", given.validFrom());
    assertEquals("2026-06-04", given.validTo());
    assertEquals(2, given.ridesLeft());
    FareView shown = quoted("anna", 0, 400, 0);
    List<FareItemView> items =
        List.of(
            new FareItemView("ride", "on_demand", price),
            new FareItemView("pass", "month", -price));
    assertEquals(new FareView(0, "SEK", "adult", items), shown);
    assertEquals(price, quoted("bert", 0, 400, 0).amount());
    BookingView booked = book("anna", 0, 400, 0);
    assertEquals(shown, booked.fare());
    assertEquals(1, pass("anna").ridesUsed());
    for (boolean hasSnapshot : List.of(true, false)) {
      fares = hasSnapshot ? PRICES.replace("2000", "9900") : "";
      restart(hasSnapshot);
      assertEquals(shown, booking(booked.bookingId()).fare());
      GivenPassView kept = pass("anna");
      assertEquals(given.pass(), kept.pass(), "as it was given");
      assertEquals(1, kept.ridesUsed());
      assertEquals(1, kept.ridesLeft());
    }
    fares = PRICES;
    restart(false);
    assertEquals(0, fare(book("anna", 5, 300, 2 * HOUR)).amount());
    assertEquals(0, pass("anna").ridesLeft());
    area.journal().verify();
  }

  @Test
  void ridesThatAreNotRiddenAreGivenBack() throws Exception {
    give("anna", "month", null);
    BookingView first = book("anna", 0, 400, HOUR);
    BookingView second = book("anna", 400, 0, 3 * HOUR);
    assertTrue(quoted("anna", 0, 400, 5 * HOUR).amount() > 0, "used up");
    // The ride in whose place another one comes counts no more.
    String instead = offer("anna", 300, 0, 3 * HOUR, second.bookingId());
    BookingView changed = order(desk -> desk.riders().change(second.bookingId(), instead, false));
    assertEquals(0, fare(changed).amount());
    assertEquals(2, pass("anna").ridesUsed());
    order(desk -> desk.cancel(changed.bookingId()));
    restart(false);
    assertEquals(1, pass("anna").ridesLeft());
    // Nobody comes: the seat was kept.
    pass(2 * HOUR);
    assertEquals("no_show", booking(first.bookingId()).state());
    assertEquals(1, pass("anna").ridesUsed());
    restart(true);
    assertEquals(1, pass("anna").ridesUsed());
  }

  @Test
  void aRideThatFailsIsGivenBack() throws Exception {
    give("anna", "month", null);
    String failed = book("anna", 0, 400, HOUR).bookingId();
    assertEquals(1, pass("anna").ridesUsed());
    OffsetDateTime until = Instant.ofEpochMilli(now.get() + 2 * DAY).atOffset(ZoneOffset.UTC);
    for (VehicleView vehicle : ask(AreaDesk::vehicles)) {
      String id = vehicle.vehicleId();
      order(desk -> desk.takeOut(id, new OutageInput("smoke", until, null)));
    }
    assertEquals("failed", booking(failed).state());
    assertEquals(0, pass("anna").ridesUsed());
    restart(false);
    assertEquals(0, pass("anna").ridesUsed());
  }

  @Test
  void noMoreRidesAreBookedThanThePassHas() throws Exception {
    give("anna", "month", null);
    book("anna", 0, 400, HOUR);
    String out = offer("anna", 0, 400, 3 * HOUR, null);
    String back = offer("anna", 400, 0, 5 * HOUR, null);
    long before = settle();
    Refusal both = refusal(desk -> desk.riders().bookWithReturn(out, back));
    assertEquals(Refusal.Kind.CONFLICT, both.kind());
    assertEquals(
        "the ride of offer " + back + " counts on a pass without rides left", both.getMessage());
    assertEquals(before, settle(), "nothing was told");
    assertEquals(1, pass("anna").ridesUsed(), "as before");
    QuoteView fresh = (QuoteView) Objects.requireNonNull(both.instead());
    String paid = fresh.offers().get(0).offerId();
    BookingView booked = order(desk -> desk.riders().bookWithReturn(out, paid));
    assertEquals(0, fare(booked).amount());
    assertTrue(fare(Objects.requireNonNull(booked.returnBooking())).amount() > 0);
    restart(false);
    assertEquals(0, pass("anna").ridesLeft());
  }

  @Test
  void aPassIsGoodOnItsDays() throws Exception {
    GivenPassView given = give("anna", "day", "2026-05-07");
    assertEquals("2026-05-07", given.validTo());
    assertNull(given.ridesLeft());
    assertTrue(quoted("anna", 0, 400, 10 * HOUR).amount() > 0, "the day before");
    assertEquals(0, quoted("anna", 0, 400, DAY).amount());
    restart(true);
    assertEquals(0, fare(book("anna", 0, 400, DAY)).amount());
    pass(2 * DAY);
    assertTrue(quoted("anna", 0, 400, HOUR).amount() > 0, "the day behind");
    assertEquals(List.of(), ask(desk -> desk.riders().passes("anna")));
  }

  @Test
  void whatCannotBeGivenIsRefused() throws Exception {
    assertEquals(
        "must be a pass of area test, was 'year'", refused("anna", "year", null).getMessage());
    assertEquals(
        "must be a day such as 2026-05-06, was '2026-02-30'",
        refused("anna", "month", "2026-02-30").getMessage());
    assertEquals(
        "must be of a pass that is not over, ends on 2026-05-05 from 2026-05-05",
        refused("anna", "day", "2026-05-05").getMessage());
    assertEquals(
        "must be within 366 days from 2026-05-06, was '2027-05-08'",
        refused("anna", "day", "2027-05-08").getMessage());
    assertEquals("rider_id", refused("guest-1", "day", null).field());
    give("anna", "month", null);
    Refusal twice = refused("anna", "day", "2026-06-04");
    assertEquals(Refusal.Kind.CONFLICT, twice.kind());
    assertEquals(
        "rider anna has pass month from 2026-05-06 to 2026-06-04, with rides left",
        twice.getMessage());
    book("anna", 0, 400, HOUR);
    BookingView last = book("anna", 400, 0, 3 * HOUR);
    give("anna", "month", null);
    assertEquals(0, fare(book("anna", 0, 400, 5 * HOUR)).amount(), "on the second one");
    order(desk -> desk.cancel(last.bookingId()));
    restart(false);
    assertEquals(
        List.of(1, 1),
        ask(desk -> desk.riders().passes("anna")).stream().map(one -> one.ridesLeft()).toList());
  }

  /** Two ride, and one of them has a pass: it is the same by itself as in a journey. */
  @Test
  void inAPartyTheOthersPay() throws Exception {
    JourneyView alone = journey();
    QuoteInput two = asked("anna", 0, 400).party(2, 0).input();
    long both = Objects.requireNonNull(area.quote(two).get().offers().get(0).fare()).amount();
    give("anna", "month", null);
    assertEquals(
        both / 2, Objects.requireNonNull(area.quote(two).get().offers().get(0).fare()).amount());
    JourneyView journey = journey();
    assertEquals(alone.fare() / 2, journey.fare());
    JourneyConfirmation done = order(desk -> desk.confirmJourney(journey.journeyId()));
    BookingView ride = done.bookings().get(0);
    assertEquals(journey.fare(), fare(ride).amount());
    assertEquals("on_demand", fare(ride).items().get(0).label());
    assertEquals("month", fare(ride).findPass().orElseThrow());
    assertEquals(1, pass("anna").ridesUsed());
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(fare(ride), booking(ride.bookingId()).fare());
      assertEquals(1, pass("anna").ridesUsed());
    }
  }

  /** The first by bus alone, for two. */
  private JourneyView journey() throws Exception {
    return find(across("anna", List.of("drt"), null, null, 2, null)).journeys().stream()
        .filter(journey -> legs(journey, "drt").size() == 1)
        .findFirst()
        .orElseThrow();
  }
}
