package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.dispatch.DispatchEvent.VehicleOut;
import org.ieum.reoptimize.Neighbourhood;
import org.ieum.reoptimize.ProposedRoutes;
import org.ieum.reoptimize.RouteSearch;
import org.ieum.reoptimize.SearchBudget;
import org.junit.jupiter.api.Test;

/** Days whose routes are improved while they are driven. */
final class ReoptimizationTest {
  private static final int DAYS = 300;

  @Test
  void whoIsPromisedAnythingKeepsItWhileRoutesAreImproved() {
    int improved = 0;
    int exchanged = 0;
    int looks = 0;
    int applied = 0;
    int announced = 0;
    int atRisk = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      ImprovingDay improving = new ImprovingDay(service, seed);
      live(service, improving, () -> {}, seed);
      assertEquals(0, day.rides().size(), "seed " + seed);
      improved += day.improved;
      exchanged += day.exchanged;
      announced += day.announced;
      atRisk += day.broken;
      looks += improving.looks;
      applied += improving.applied;
    }
    System.out.printf(
        "%d random days: %d looks, %d of them applied, %d groups of routes improved, %d rides"
            + " exchanged, %d vehicles announced%n",
        DAYS, looks, applied, improved, exchanged, announced);
    assertEquals(0, atRisk, "promises put at risk on days without trouble");
    assertTrue(looks > 5 * DAYS && improved > DAYS / 3 && exchanged > DAYS / 10);
    assertTrue(announced > DAYS && applied < looks);
  }

  /** At least ten thousand of them: breakdowns, vehicles elsewhere than planned, cancellations. */
  @Test
  void troubleAndImprovementGoTogether() {
    int interrupted = 0;
    int troubled = 0;
    int cancelled = 0;
    int out = 0;
    int improved = 0;
    int days = 6 * DAYS;
    for (long seed = 1; seed <= days; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      live(service, new ImprovingDay(service, seed), service::troubleSometimes, seed);
      assertEquals(0, day.rides().size(), "seed " + seed);
      interrupted += day.interrupted;
      troubled += day.troubledRoutes;
      cancelled += day.cancelled;
      out += count(service, VehicleOut.class);
      improved += day.improved;
    }
    System.out.printf(
        "%d random days: %d breakdowns and corrected positions of vehicles with riders, %d"
            + " cancellations; %d breakdowns in all, %d rides interrupted; %d groups of routes"
            + " improved%n",
        days, troubled, cancelled, out, interrupted, improved);
    assertTrue(troubled + cancelled >= 10_000, troubled + " and " + cancelled);
    assertTrue(out > days / 2 && interrupted > days / 2 && improved > days / 4);
  }

  /** New travel times and closed roads between a look and what comes of it. */
  @Test
  void trafficAndImprovementGoTogether() {
    int improved = 0;
    int atRisk = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      service.beforeEachSwap(day::readEvents);
      live(service, new ImprovingDay(service, seed), service::changeSometimes, seed);
      assertEquals(0, day.rides().size(), "seed " + seed);
      improved += day.improved;
      atRisk += day.broken;
    }
    System.out.printf(
        "%d random days of traffic: %d groups of routes improved, %d promises at risk%n",
        DAYS, improved, atRisk);
    assertTrue(improved > DAYS / 10 && atRisk > DAYS / 10, improved + " and " + atRisk);
  }

  @Test
  void whatWasImprovedIsReplayedWithoutASearch() {
    int improved = 0;
    for (long seed = 1; seed <= DAYS / 3; seed++) {
      RandomService service = new RandomService(seed);
      live(service, new ImprovingDay(service, seed), () -> {}, seed);
      List<DispatchEvent> events = new ArrayList<>();
      Dispatcher again =
          new Dispatcher(service.rules(), service.vehicles(), service.times(), events::add);
      Replay replay = new Replay(again, 0, Set.of());
      for (DispatchEvent event : service.events()) {
        replay.decide(event, /* asks= */ false);
      }
      again.advance(service.now());
      assertEquals(service.events(), events, "seed " + seed);
      assertEquals(service.dispatcher().state(), again.state(), "seed " + seed);
      improved += count(service, DispatchEvent.RoutesImproved.class);
    }
    assertTrue(improved > DAYS / 10);
  }

  /** Rides booked ahead are planned by the same call, before anybody is told anything. */
  @Test
  void ridesBookedAheadArePlannedTogether() {
    int saved = 0;
    int rides = 0;
    for (long seed = 1; seed <= DAYS / 3; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      for (int i = 0; i < 25; i++) {
        service.book(service.nextRequest());
      }
      rides += day.rides().size();
      Dispatcher dispatcher = service.dispatcher();
      int now = service.now();
      Optional<Neighbourhood> all = dispatcher.findNeighbourhood(service.vehicles().size(), now);
      for (int i = 0; i < 5 && all.isPresent(); i++) {
        SearchBudget budget = SearchBudget.ofIterations(300);
        ProposedRoutes found = all.get().improve(RouteSearch::improve, seed + i, budget);
        saved += dispatcher.applyRoutes(found, now) > 0 ? 1 : 0;
        service.told();
        all = dispatcher.findNeighbourhood(service.vehicles().size(), now);
      }
      service.passUntilEmpty();
      assertEquals(0, day.rides().size(), "seed " + seed);
      assertEquals(0, day.broken, "seed " + seed);
    }
    System.out.printf(
        "%d rides booked ahead, planned better on %d of %d days%n", rides, saved, DAYS / 3);
    assertTrue(rides > 4 * DAYS / 3 && saved > DAYS / 10, rides + " rides, " + saved + " saved");
  }

  private static int count(RandomService service, Class<? extends DispatchEvent> kind) {
    return (int) service.events().stream().filter(kind::isInstance).count();
  }

  private static DayWatcher watched(RandomService service) {
    DayWatcher day = new DayWatcher(service);
    FleetWatcher watcher = new FleetWatcher(service, day);
    service.afterEachCommand(watcher::check);
    return day;
  }

  private static void live(
      RandomService service, ImprovingDay improving, Runnable trouble, long seed) {
    try {
      while (!service.isOver()) {
        service.pass();
        trouble.run();
        improving.improveSometimes();
        service.book(service.nextRequest());
      }
      service.passUntilEmpty();
    } catch (AssertionError | RuntimeException e) {
      int count = service.events().size();
      throw new AssertionError(
          "seed " + seed + ", last " + service.events().subList(Math.max(0, count - 8), count), e);
    }
  }
}
