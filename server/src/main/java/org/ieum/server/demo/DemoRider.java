package org.ieum.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.ieum.demand.RequestedTrip;
import org.ieum.server.api.BoardInput;
import org.ieum.server.api.BookingInput;
import org.ieum.server.api.BookingView;
import org.ieum.server.api.OfferView;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.demo.Tally.Step;
import org.jspecify.annotations.Nullable;

/**
 * One simulated rider, from the question to the ride. Commands carry an idempotency key, so that a
 * rider who has heard nothing asks again without getting two rides.
 */
final class DemoRider {
  private static final int TRIES = 5;
  private static final Duration LONGEST_THOUGHT = Duration.ofSeconds(20);
  private static final long RETRY_NANOS = 500_000_000L;

  /** Body of commands that need none. */
  private static final Map<String, String> NOTHING = Map.of();

  private final DemoRiders riders;
  private final DemoServer server;
  private final RequestedTrip trip;
  private final SplittableRandom random;
  private final double fate;
  private @Nullable BookingView booking;
  private boolean meets;

  DemoRider(DemoRiders riders, RequestedTrip trip, SplittableRandom random) {
    this.riders = riders;
    this.trip = trip;
    this.random = random;
    server = riders.client().server();
    fate = random.nextDouble();
  }

  void ask() {
    riders.tally().add(Step.ASKED);
    Instant time = server.now().plusMillis(trip.time() - trip.submitted());
    QuoteInput question =
        new QuoteInput(
            server.areaId(),
            null,
            trip.origin().lat(),
            trip.origin().lon(),
            trip.destination().lat(),
            trip.destination().lon(),
            server.time(time),
            trip.timeType().name().toLowerCase(Locale.ROOT),
            trip.party().riders(),
            trip.party().wheelchairs(),
            null,
            null,
            null,
            "app",
            null,
            null);
    riders.thread().then(riders.client().post("/v1/quotes", question), this::hearQuote);
  }

  private void hearQuote(Reply reply) {
    if (!reply.isGood()) {
      riders.tally().add(Step.FAILED);
      return;
    }
    QuoteView quote = reply.as(QuoteView.class);
    List<OfferView> offers = quote.offers().isEmpty() ? quote.alternatives() : quote.offers();
    if (offers.isEmpty()) {
      riders.tally().add(Step.REFUSED);
    } else if (random.nextDouble() >= riders.habits().acceptShare()) {
      riders.tally().add(Step.DECLINED);
    } else {
      Duration thought = LONGEST_THOUGHT.multipliedBy(random.nextInt(100)).dividedBy(100);
      OfferView offer = offers.get(0);
      riders.thread().after(server.nanos(thought), () -> book(offer, /* isLast= */ false));
    }
  }

  private void book(OfferView offer, boolean isLast) {
    order(
        "/v1/bookings",
        new BookingInput(offer.offerId(), null),
        reply -> hearBooking(reply, isLast));
  }

  private void hearBooking(Reply reply, boolean isLast) {
    if (reply.isGood()) {
      begin(reply.as(BookingView.class));
      return;
    }
    // A ride that can no longer be had comes with a fresh quote; riders look at it once.
    var fresh = reply.body().path("instead").path("offers").path(0);
    if (reply.status() == 409 && !isLast && fresh.isObject()) {
      book(DemoJson.read(fresh, OfferView.class), /* isLast= */ true);
    } else {
      boolean isLost = reply.status() == 409 || reply.status() == 410;
      riders.tally().add(isLost ? Step.LOST : Step.FAILED);
    }
  }

  private void begin(BookingView made) {
    booking = made;
    riders.tally().add(Step.BOOKED);
    riders.hold(made.bookingId(), this);
    if (fate < riders.habits().cancelShare()) {
      long until = server.nanosUntil(made.pickupWindowStart().toInstant());
      riders.thread().after((long) (until * random.nextDouble()), () -> cancel(made));
    } else if (made.state().equals("arrived_at_pickup")) {
      meetVehicle();
    }
  }

  private void cancel(BookingView made) {
    order("/v1/bookings/" + made.bookingId() + "/cancel", NOTHING, unused -> {});
  }

  /** The vehicle is at the pickup; who has booked for later lets it wait. */
  void meetVehicle() {
    BookingView made = booking;
    double stays = riders.habits().cancelShare() + riders.habits().noShowShare();
    if (made == null || meets || fate < stays) {
      return;
    }
    meets = true;
    long until = server.nanosUntil(made.pickupWindowStart().toInstant());
    long slow = server.nanos(Duration.ofSeconds(1 + random.nextInt(15)));
    riders.thread().after(until + slow, () -> board(made));
  }

  /** The vehicle has broken down; another one comes. */
  void waitAgain() {
    meets = false;
  }

  private void board(BookingView made) {
    int passengers = made.passengerCount();
    if (passengers > 1 && random.nextDouble() < riders.habits().incompleteShare()) {
      passengers--;
    }
    BoardInput who = new BoardInput(passengers, made.wheelchairs());
    order(
        "/v1/bookings/" + made.bookingId() + "/board",
        who,
        reply -> {
          meets = reply.isGood();
          if (meets) {
            riders.tally().add(Step.BOARDED);
          }
        });
  }

  /** Looks after the booking when its pickup should have been. */
  void lookIfDue() {
    BookingView made = booking;
    if (made != null && server.now().isAfter(due(made).toInstant())) {
      String path = "/v1/bookings/" + made.bookingId();
      riders.thread().then(riders.client().get(path), this::look);
    }
  }

  private OffsetDateTime due(BookingView made) {
    return meets ? made.latestDropOffTime() : made.pickupWindowEnd();
  }

  private void look(Reply reply) {
    BookingView made = booking;
    if (made == null || !reply.isGood()) {
      return;
    }
    switch (reply.as(BookingView.class).state()) {
      case "arrived_at_pickup" -> meetVehicle();
      case "completed" -> riders.end(made.bookingId(), Step.ARRIVED);
      case "cancelled" -> riders.end(made.bookingId(), Step.CANCELLED);
      case "no_show" -> riders.end(made.bookingId(), Step.NO_SHOW);
      case "failed" -> riders.end(made.bookingId(), Step.FAILED);
      default -> {}
    }
  }

  /** Sends a command until it is answered. */
  private void order(String path, Object body, Consumer<Reply> next) {
    order(path, body, UUID.randomUUID().toString(), TRIES, next);
  }

  private void order(String path, Object body, String key, int tries, Consumer<Reply> next) {
    riders
        .thread()
        .then(
            riders.client().post(path, body, key),
            reply -> {
              if (reply.isWorthAnotherTry() && tries > 1) {
                long pause = RETRY_NANOS << (TRIES - tries);
                riders.thread().after(pause, () -> order(path, body, key, tries - 1, next));
              } else {
                next.accept(reply);
              }
            });
  }
}
