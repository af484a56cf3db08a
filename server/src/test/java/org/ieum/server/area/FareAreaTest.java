package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ieum.server.Asked;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.FareItemView;
import org.ieum.server.api.FareView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.SeriesInput;
import org.ieum.server.api.SeriesView;
import org.ieum.traveltime.DrivePath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An area that says what rides cost. */
final class FareAreaTest extends AreaLife {
  private static final String PRICES =
      """
        currency: SEK
        round_to: 100
        tariffs:
          - service: on_demand
            base: 2000
            base_distance: 1km
            per_step: 300
            step: 100m
            youth: {percent: 70}
      """;

  private String fares = PRICES;

  @Override
  AreaSetup setup() throws Exception {
    return open(fares.isEmpty() ? FLEET : FLEET + "fares:\n" + fares);
  }

  private OfferView offer(int from, int to, @Nullable String kind, int riders) throws Exception {
    Asked asked = asked("anna", from, to).party(riders, 0).kind(kind);
    QuoteView quote = area.quote(asked.input()).get();
    assertEquals(1, quote.offers().size(), quote.toString());
    return quote.offers().get(0);
  }

  private static FareView fare(OfferView offer) {
    return Objects.requireNonNull(offer.fare());
  }

  private static FareView fare(BookingView booking) {
    return Objects.requireNonNull(booking.fare());
  }

  /** By the drive between the two stops of an offer. */
  private long expected(OfferView offer) throws Exception {
    AreaSetup setup = setup();
    int from = stop(offer.pickupStopId());
    int to = stop(offer.dropOffStopId());
    DrivePath path = setup.map().travelTimes().path(from, to);
    long metres = Math.round(path.metres(path.duration(), setup.map().network().geometry()));
    long steps = 0;
    while (1_000 + 100 * steps < metres) {
      steps++;
    }
    return 2_000 + 300 * steps;
  }

  private int stop(String id) {
    return area.stops().stream().map(stop -> stop.stopId()).toList().indexOf(id);
  }

  @Test
  void offersTellTheirPrice() throws Exception {
    for (int to = 100; to < 420; to += 40) {
      OfferView offer = offer(0, to, null, 1);
      long price = expected(offer);
      List<FareItemView> items = List.of(new FareItemView("ride", "on_demand", price));
      assertEquals(new FareView(price, "SEK", "adult", items), offer.fare());
      assertEquals(2 * price, fare(offer(0, to, "adult", 2)).amount());
      long part = (price * 70 / 100 + 50) / 100 * 100;
      assertEquals(part, fare(offer(0, to, "youth", 1)).amount());
      assertEquals("youth", fare(offer(0, to, "youth", 1)).riderKind());
      assertEquals(price, fare(offer(0, to, "child", 1)).amount());
    }
    assertEquals("SEK", area.findFares().orElseThrow().currency());
    assertEquals("on_demand", area.findFares().orElseThrow().tariffs().get(0).serviceId());
  }

  @Test
  void aPriceHoldsWhateverBecomesOfTheRideAndOfPrices() throws Exception {
    OfferView other = offer(20, 300, null, 2);
    BookingView cancelled = order(desk -> desk.book(other.offerId()));
    assertEquals(other.fare(), order(desk -> desk.cancel(cancelled.bookingId())).fare());
    OfferView offer = offer(0, 400, "youth", 1);
    BookingView booked = order(desk -> desk.book(offer.offerId()));
    assertEquals(offer.fare(), booked.fare());
    for (boolean hasSnapshot : List.of(true, false)) {
      fares = hasSnapshot ? PRICES.replace("2000", "9900") : "";
      restart(hasSnapshot);
      assertEquals(offer.fare(), booking(booked.bookingId()).fare());
      assertEquals(other.fare(), booking(cancelled.bookingId()).fare(), "from the journal");
    }
    assertNull(quote("bert", 0, 400, 0, null).offers().get(0).fare());
    assertTrue(area.findFares().isEmpty());
    area.journal().verify();
  }

  @Test
  void whoGoesOtherwisePaysThatPrice() throws Exception {
    BookingView first = book("anna", 0, 400, HOUR);
    String instead = offer("anna", 0, 200, HOUR, first.bookingId());
    BookingView changed = order(desk -> desk.riders().change(first.bookingId(), instead, false));
    assertNotEquals(fare(first).amount(), fare(changed).amount());
    String out = offer("bert", 0, 400, HOUR, null);
    String back = offer("bert", 400, 100, 3 * HOUR, null);
    BookingView both = order(desk -> desk.riders().bookWithReturn(out, back));
    BookingView second = Objects.requireNonNull(both.returnBooking());
    assertNotEquals(fare(both).amount(), fare(second).amount());
    restart(false);
    assertEquals(changed.fare(), booking(changed.bookingId()).fare());
    assertEquals(second.fare(), booking(second.bookingId()).fare());
  }

  @Test
  void ridesOfSeriesHaveTheirPrice() throws Exception {
    QuoteInput trip = input("anna", 0, 400, HOUR, null);
    SeriesInput asked =
        new SeriesInput(
            null,
            "anna",
            trip.pickupLat(),
            trip.pickupLon(),
            trip.dropOffLat(),
            trip.dropOffLon(),
            Instant.ofEpochMilli(now.get() + HOUR / 2).atOffset(ZoneOffset.ofHours(2)),
            null,
            null,
            null,
            null,
            null,
            "youth",
            "FREQ=DAILY;COUNT=2",
            null);
    SeriesView series = order(desk -> desk.series().create(asked));
    String id = Objects.requireNonNull(series.occurrences().get(0).bookingId());
    FareView fare = fare(booking(id));
    assertEquals("youth", fare.riderKind());
    restart(false);
    assertEquals(fare, booking(id).fare());
    restart(true);
    pass(DAY);
    List<BookingView> live = ask(desk -> desk.bookings("", 10, "anna", ""));
    assertEquals(1, live.size());
    assertEquals("youth", fare(live.get(0)).riderKind());
  }

  /** On a meter the party pays as one. */
  @Test
  void theMeterIsForTheParty() throws Exception {
    fares =
        """
          currency: KRW
          tariffs:
            - {service: drt, base: 4800, base_distance: 1.6km, per_step: 100, step: 131m, step_time: 30s}
        """;
    restart(true);
    long one = fare(offer(0, 400, null, 1)).amount();
    assertTrue(one > 4_800);
    assertEquals(one, fare(offer(0, 400, null, 3)).amount());
    assertEquals(one, fare(offer(0, 400, "child", 1)).amount());
  }
}
