package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteEvaluator;
import org.ieum.fleet.RoutePlan;
import org.ieum.insertion.BruteForceInsertion;
import org.ieum.insertion.RequestLimits;
import org.ieum.model.Offer;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;
import org.ieum.model.ServiceRules;
import org.ieum.traveltime.EdgeTimes;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.ReferenceTimes;
import org.ieum.traveltime.RoadPosition;
import org.ieum.traveltime.RoadTravelTimes;
import org.ieum.traveltime.TimesSnapshot;
import org.ieum.traveltime.TravelTimes;
import org.junit.jupiter.api.Test;

/** New travel times on roads, compared with Dijkstra's algorithm and with brute force. */
class RoadSwapTest {
  private static final int DAYS = 60;

  private int legs;
  private int cutOff;
  private int offers;

  @Test
  void legsAndQuotesAreThoseOfTheNewTimes() {
    int swaps = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RoadDay day = new RoadDay(seed);
      RouteEvaluator evaluator = new RouteEvaluator(day.vehicles, ServiceRules.DEFAULT.dwell());
      for (int step = 0; !day.isOver(); step++) {
        day.pass();
        day.book();
        if (step % 7 == 6) {
          EdgeTimes next = day.traffic();
          NewTravelTimes prepared = day.prepare(day.snapshot(), next);
          for (int i = 0; i < seed % 3; i++) {
            // Vehicles go on and places come and go before the new times are put in place.
            day.pass();
            day.book();
          }
          day.adopt(prepared, next);
          if (day.isOver()) {
            break;
          }
          String where = "seed " + seed + " step " + step;
          checkRoutes(day, evaluator, where);
          checkQuote(day, evaluator, where);
          swaps++;
        }
      }
      day.passUntilEmpty();
      assertEquals(0, day.dispatcher.liveBookings());
      assertTrue(day.times.heldPlaces() <= 2 * day.vehicles.size(), "places are let go");
    }
    System.out.printf(
        "%d swaps on roads: %d legs, %d of them cut off, %d offers%n", swaps, legs, cutOff, offers);
    assertTrue(swaps > 3 * DAYS && legs > 10 * DAYS && cutOff > DAYS / 4 && offers > DAYS);
  }

  private void checkRoutes(RoadDay day, RouteEvaluator evaluator, String where) {
    FleetView fleet = day.dispatcher.fleet();
    RoutePlan plan = new RoutePlan();
    for (int v = 0; v < fleet.vehicleCount(); v++) {
      fleet.load(v, plan);
      assertTrue(evaluator.evaluate(plan, day.now), where);
      for (int i = 0; i < fleet.stopCount(v); i++) {
        assertEquals(plan.departure(i), fleet.departure(v, i), where);
        assertTrue(i == 0 || plan.arrival(i) == fleet.arrival(v, i), where);
        int to = i + 1 < fleet.stopCount(v) ? fleet.place(v, i + 1) : RoutePlan.ANYWHERE;
        if (to != RoutePlan.ANYWHERE) {
          assertEquals(reference(day, fleet.place(v, i), to), fleet.leg(v, i), where);
          legs++;
        }
      }
    }
  }

  private int reference(RoadDay day, int from, int to) {
    int now = reference(day.edges, day.times, from, to);
    assertEquals(now, day.times.duration(from, to));
    if (now < TravelTimes.UNREACHABLE) {
      return now;
    }
    cutOff++;
    return reference(day.usual, day.times, from, to);
  }

  private static int reference(EdgeTimes edges, RoadTravelTimes times, int from, int to) {
    RoadPosition target = times.position(to);
    if (from >= 0) {
      return Math.min(
          ReferenceTimes.between(edges, times.position(from), target), TravelTimes.UNREACHABLE);
    }
    int edge = ~from >> 1;
    int node = (~from & 1) == 1 ? edges.base(edge) : edges.adjacent(edge);
    return Math.min(ReferenceTimes.from(edges, node).to(target), TravelTimes.UNREACHABLE);
  }

  private void checkQuote(RoadDay day, RouteEvaluator evaluator, String where) {
    RideRequest request = day.nextRequest();
    QuoteAnswer answer = day.dispatcher.quote(request, day.now);
    RequestLimits limits = new RequestLimits();
    limits.set(request, ServiceRules.DEFAULT.promise(), day.times, day.now);
    BruteForceInsertion expected =
        new BruteForceInsertion(ServiceRules.DEFAULT, day.dispatcher.fleet(), evaluator, day.times);
    expected.search(limits, day.now);
    assertEquals(expected.vehicle >= 0, answer instanceof Offer, where);
    if (answer instanceof Offer offer) {
      offers++;
      assertEquals(expected.cost, offer.cost(), where);
      assertEquals(expected.vehicle, offer.vehicle(), where);
      assertEquals(expected.pickupIndex, day.dispatcher.lastInsertion().pickupIndex(), where);
      assertEquals(expected.dropoffIndex, day.dispatcher.lastInsertion().dropoffIndex(), where);
    }
    day.accept(request, answer);
  }

  @Test
  void aDayIsTheSameWhereverAndWheneverItsTimesWerePrepared() {
    for (long seed = 1; seed <= 20; seed++) {
      assertEquals(swappingDay(seed, false), swappingDay(seed, true), "seed " + seed);
    }
  }

  /** The events of a day whose new times are prepared ahead on another thread, or at once. */
  private static List<DispatchEvent> swappingDay(long seed, boolean ahead) {
    RoadDay day = new RoadDay(seed);
    while (!day.isOver()) {
      EdgeTimes next = day.traffic();
      TimesSnapshot early = day.snapshot();
      CompletableFuture<NewTravelTimes> prepared =
          ahead ? day.prepareElsewhere(early, next) : new CompletableFuture<>();
      for (int i = 0; i < 5; i++) {
        day.pass();
        day.book();
      }
      day.adopt(ahead ? prepared.join() : day.prepare(day.snapshot(), next), next);
    }
    day.passUntilEmpty();
    return new ArrayList<>(day.events);
  }

  @Test
  void quotesAreAnsweredInTheMidstOfThePreparation() throws InterruptedException {
    RoadDay day = new RoadDay(3);
    for (int i = 0; i < 10; i++) {
      day.pass();
      day.book();
    }
    EdgeTimes next = day.traffic();
    TimesSnapshot snapshot = day.snapshot();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    CompletableFuture<NewTravelTimes> prepared =
        CompletableFuture.supplyAsync(
            () -> {
              day.prepare(snapshot, next);
              begun.countDown();
              await(answered);
              return day.prepare(snapshot, next);
            });
    begun.await();
    int before = day.events.size();
    for (int i = 0; i < 20; i++) {
      day.pass();
      day.book();
    }
    assertTrue(day.events.size() > before && !prepared.isDone());
    answered.countDown();
    day.adopt(prepared.join(), next);
    checkRoutes(day, new RouteEvaluator(day.vehicles, ServiceRules.DEFAULT.dwell()), "after");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void roadsThatAreNeverOpenStayClosed() {
    RoadDay day = new RoadDay(5);
    int[] there = new int[day.usual.edgeCount()];
    int[] back = new int[day.usual.edgeCount()];
    for (int edge = 0; edge < there.length; edge++) {
      there[edge] = 100;
      back[edge] = 100;
    }
    EdgeTimes open = day.usual.withTimes(there, back);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> day.prepare(day.snapshot(), open));
    assertTrue(String.valueOf(e.getMessage()).contains("always closed"), e.getMessage());
    assertFalse(day.times.isCutOff(0, 0));
  }
}
