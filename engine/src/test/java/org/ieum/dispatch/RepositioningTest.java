package org.ieum.dispatch;

import static org.ieum.dispatch.TinyService.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.ieum.dispatch.DispatchEvent.VehicleRepositioned;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.StopKind;
import org.junit.jupiter.api.Test;

/** Idle vehicles that are moved hop by hop. */
final class RepositioningTest {
  private static final int DAYS = 150;

  @Test
  void nothingThatIsPlannedChangesWhenIdleVehiclesAreMoved() {
    int moved = 0;
    int reached = 0;
    int refused = 0;
    int atRisk = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      MovingDay moving = new MovingDay(service, seed);
      live(service, moving, () -> {}, seed);
      assertEquals(0, day.rides().size(), "seed " + seed);
      assertEquals(moving.moves(), day.moved, "seed " + seed);
      moved += day.moved;
      reached += day.reachedTargets;
      refused += moving.refused();
      atRisk += day.broken + day.lateBreaksAndEnds;
    }
    System.out.printf(
        "%d random days: %d hops, %d of them to their target, %d refused%n",
        DAYS, moved, reached, refused);
    assertEquals(0, atRisk, "promises put at risk, breaks and ends of shifts late");
    assertTrue(moved > 10 * DAYS && reached > DAYS && refused > DAYS);
  }

  @Test
  void troubleAndImprovementGoTogetherWithIt() {
    DayWatcher[] days = troubledDays(RandomService::troubleSometimes);
    print("trouble", days);
    assertTrue(sum(days, day -> day.moved) > 5 * DAYS && sum(days, day -> day.located) > DAYS);
    assertTrue(sum(days, day -> day.improved) > DAYS / 20);
  }

  @Test
  void trafficAndImprovementGoTogetherWithIt() {
    DayWatcher[] days = troubledDays(RandomService::changeSometimes);
    print("traffic", days);
    assertTrue(sum(days, day -> day.moved) > 5 * DAYS && sum(days, day -> day.cutOff) > DAYS / 2);
    assertTrue(sum(days, day -> day.improved) > DAYS / 20);
  }

  private static DayWatcher[] troubledDays(Consumer<RandomService> trouble) {
    DayWatcher[] days = new DayWatcher[DAYS];
    for (int seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      DayWatcher day = watched(service);
      service.beforeEachSwap(day::readEvents);
      ImprovingDay improving = new ImprovingDay(service, seed);
      Runnable more =
          () -> {
            trouble.accept(service);
            improving.improveSometimes();
          };
      live(service, new MovingDay(service, seed), more, seed);
      assertEquals(0, day.rides().size(), "seed " + seed);
      days[seed - 1] = day;
    }
    return days;
  }

  private static int sum(DayWatcher[] days, ToIntFunction<DayWatcher> count) {
    return Arrays.stream(days).mapToInt(count).sum();
  }

  private static void print(String what, DayWatcher[] days) {
    System.out.printf(
        "%d random days of %s: %d hops, %d groups of routes improved, %d vehicles located, %d legs"
            + " cut off%n",
        DAYS,
        what,
        sum(days, day -> day.moved),
        sum(days, day -> day.improved),
        sum(days, day -> day.located),
        sum(days, day -> day.cutOff));
  }

  @Test
  void hopsAreReplayedWithoutAForecast() {
    int moved = 0;
    for (long seed = 1; seed <= DAYS / 3; seed++) {
      RandomService service = new RandomService(seed);
      MovingDay moving = new MovingDay(service, seed);
      live(service, moving, () -> {}, seed);
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
      moved += moving.moves();
    }
    assertTrue(moved > 3 * DAYS);
  }

  /** A state that is taken out while vehicles hop goes on as if nothing had been. */
  @Test
  void hopsGoOnFromAState() {
    for (long seed = 1; seed <= DAYS / 3; seed++) {
      RandomService whole = new RandomService(seed);
      live(whole, new MovingDay(whole, seed), () -> {}, seed);
      RandomService broken = new RandomService(seed);
      MovingDay moving = new MovingDay(broken, seed);
      while (!broken.isOver()) {
        broken.pass();
        moving.moveSometimes();
        broken.restart(
            it ->
                Dispatcher.resume(
                    broken.rules(), broken.vehicles(), broken.times(), broken::hear, it.state()));
        broken.book(broken.nextRequest());
      }
      broken.passUntilEmpty();
      assertEquals(whole.events(), broken.events(), "seed " + seed);
    }
  }

  @Test
  void aVehicleComesToItsTargetAndCanBeCalledOffOnItsWay() {
    TinyService service = new TinyService(bus());
    Dispatcher dispatcher = service.dispatcher;
    FleetView fleet = dispatcher.fleet();
    int leg = STREET.duration(0, 2);
    List<Integer> places = new ArrayList<>();
    // A hop ends at the end of an edge, five minutes long, whenever it is made in time for it.
    int until = 0;
    for (int now = 0; dispatcher.reposition(0, 2, until, now); now = until - 1) {
      assertEquals(StopKind.DIVERSION, fleet.kind(0, 0));
      places.add(fleet.place(0, 0));
      until = fleet.soonest(0, 0);
      assertEquals(places.size() * LEG / 2, until);
      assertFalse(dispatcher.reposition(0, 2, until - 1, now), "it is on its way anyway");
    }
    assertEquals(4, places.size());
    assertEquals(2, places.get(3));
    assertEquals(leg, fleet.arrival(0, 0));
    int driven = 0;
    for (DispatchEvent event : service.events) {
      driven += drive((VehicleRepositioned) event);
    }
    assertEquals(leg, driven);
  }

  @Test
  void aVehicleIsCalledOffOnItsWay() {
    TinyService service = new TinyService(bus());
    assertTrue(service.dispatcher.reposition(0, 4, LEG + 1, 0));
    // It can turn off at 0:15, half way from stop point 1 to 2.
    int place = service.fleet().place(0, 0);
    service.book(departAt(1, LEG, 2, 3), LEG);
    service.dispatcher.advance(2 * LEG + 1);
    List<DispatchEvent> driven = service.events.stream().filter(e -> e.time() > LEG).toList();
    assertEquals(
        List.of(
            new DispatchEvent.VehicleDeparted(LEG + LEG / 2, 0, place, 2, 0, 0),
            new DispatchEvent.VehicleArrived(2 * LEG, 0, 2, StopKind.SERVICE)),
        driven);
  }

  @Test
  void whoIsBookedAheadIsNotKeptWaiting() {
    TinyService service = new TinyService(bus());
    service.book(departAt(1, HOUR, 1, 2), 0);
    FleetView fleet = service.fleet();
    assertEquals(HOUR - MINUTE, fleet.arrival(0, 1));
    int hops = 0;
    int until = HOUR / 2;
    for (int now = until; service.dispatcher.reposition(0, 4, until, now); now = until) {
      hops++;
      until = fleet.soonest(0, 0);
      assertEquals(HOUR - MINUTE, fleet.arrival(0, 1));
    }
    // After a fourth hop it would be at stop point 2 at 0:50, ten minutes away.
    assertEquals(3, hops);
    assertEquals(HOUR - MINUTE - LEG / 2, fleet.departure(0, 0));
    assertFalse(
        service.dispatcher.reposition(0, 0, HOUR - LEG / 2, HOUR - MINUTE - LEG / 2),
        "it leaves now");
  }

  private static int drive(VehicleRepositioned event) {
    return event.atTime() - event.departure();
  }

  private static DayWatcher watched(RandomService service) {
    DayWatcher day = new DayWatcher(service);
    FleetWatcher watcher = new FleetWatcher(service, day);
    service.afterEachCommand(watcher::check);
    return day;
  }

  private static void live(RandomService service, MovingDay moving, Runnable trouble, long seed) {
    try {
      while (!service.isOver()) {
        service.pass();
        trouble.run();
        moving.moveSometimes();
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
