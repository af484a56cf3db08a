package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ieum.dispatch.DispatchEvent.RiderNoShow;
import org.ieum.dispatch.DispatchEvent.TravelTimesChanged;
import org.ieum.dispatch.DispatchEvent.VehicleDiverted;
import org.ieum.dispatch.DispatchState.LiveBooking;
import org.ieum.fleet.RoutePlan;
import org.ieum.model.BookingState;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;
import org.ieum.model.Shift;
import org.ieum.model.Vehicle;
import org.junit.jupiter.api.Test;

/**
 * Random days go on as if nothing had happened when their dispatchers are taken out and put back.
 */
class ResumeTest {
  private static final int DAYS = 150;
  private static final int DAY = 24 * 3_600_000;

  private int restarts;
  private int restartsUnderWay;

  @Test
  void aDayWithRestartsIsLikeOneWithout() {
    int swaps = 0;
    int rejections = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService plain = new RandomService(seed);
      RandomService broken = new RandomService(seed);
      Random random = new Random(seed);
      broken.afterEachCommand(
          () -> {
            if (random.nextInt(6) == 0) {
              broken.restart(before -> resume(broken, before, broken.vehicles(), random));
            }
          });
      while (!plain.isOver()) {
        rejections += passBoth(plain, broken, seed);
        plain.changeSometimes();
        broken.changeSometimes();
        assertEquals(plain.dispatcher().state(), broken.dispatcher().state(), "seed " + seed);
      }
      plain.passUntilEmpty();
      broken.passUntilEmpty();
      assertEquals(plain.events(), broken.events(), "seed " + seed);
      assertEquals(plain.dispatcher().state(), broken.dispatcher().state(), "seed " + seed);
      swaps += count(plain, TravelTimesChanged.class);
    }
    System.out.printf(
        "%d days, %d restarts, %d with somebody under way, %d changes of travel times, %d"
            + " rejections%n",
        DAYS, restarts, restartsUnderWay, swaps, rejections);
    assertTrue(restarts > 10 * DAYS && restartsUnderWay > 3 * DAYS && swaps > 3 * DAYS);
    assertTrue(rejections > DAYS);
  }

  private Dispatcher resume(
      RandomService service, Dispatcher before, List<Vehicle> vehicles, Random random) {
    DispatchState state = before.state();
    int millis = random.nextInt(2 * DAY) - DAY;
    assertEquals(state, state.shifted(millis).shifted(-millis));
    restarts++;
    for (int v = 0; v < vehicles.size(); v++) {
      if (before.fleet().departed(v)) {
        restartsUnderWay++;
        break;
      }
    }
    return Dispatcher.resume(
        service.rules(),
        vehicles,
        service.times(),
        service::hear,
        random.nextBoolean() ? state : state.shifted(millis).shifted(-millis));
  }

  /** Lets both live on for a while; returns how many rejections there were. */
  private static int passBoth(RandomService one, RandomService other, long seed) {
    one.pass();
    other.pass();
    RideRequest request = one.nextRequest();
    assertEquals(request, other.nextRequest(), "seed " + seed);
    Object answer = one.dispatcher().quote(request, one.now());
    assertEquals(answer, other.dispatcher().quote(request, other.now()), "seed " + seed);
    assertEquals(one.book(request).isPresent(), other.book(request).isPresent(), "seed " + seed);
    return answer instanceof Offer ? 0 : 1;
  }

  private static int count(RandomService service, Class<? extends DispatchEvent> kind) {
    return (int) service.events().stream().filter(kind::isInstance).count();
  }

  @Test
  void decisionsReplayedGiveTheSameDay() {
    int noShows = 0;
    int reports = 0;
    int diversions = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      Set<Long> reported = new HashSet<>();
      live(service, reported, () -> {});
      List<DispatchEvent> events = new ArrayList<>();
      Dispatcher again =
          new Dispatcher(service.rules(), service.vehicles(), service.times(), events::add);
      Replay replay = new Replay(again, 0, reported);
      for (DispatchEvent event : service.events()) {
        replay.decide(event, /* asks= */ false);
      }
      again.advance(service.now());
      assertEquals(service.events(), events, "seed " + seed);
      assertEquals(service.dispatcher().state(), again.state(), "seed " + seed);
      noShows += count(service, RiderNoShow.class);
      reports += reported.size();
      diversions += count(service, VehicleDiverted.class);
    }
    System.out.printf(
        "%d days replayed, %d no-shows, %d of them reported, %d diversions%n",
        DAYS, noShows, reports, diversions);
    assertTrue(reports > DAYS / 10 && noShows > 3 * reports && diversions > DAYS);
  }

  @Test
  void aDayGoesOnByAnotherEpoch() {
    int resumed = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      Random random = new Random(seed);
      List<DispatchState> states = new ArrayList<>();
      List<Integer> told = new ArrayList<>();
      Set<Long> reported = new HashSet<>();
      live(
          service,
          reported,
          () -> {
            if (random.nextInt(10) == 0) {
              states.add(service.dispatcher().state());
              told.add(service.events().size());
            }
          });
      for (int i = 0; i < states.size(); i++) {
        int millis = (random.nextInt(40) - 20) * DAY + random.nextInt(DAY);
        List<DispatchEvent> later = service.events().subList(told.get(i), service.events().size());
        checkShifted(service, states.get(i), later, millis, reported);
        resumed++;
      }
    }
    System.out.printf("%d times gone on by another epoch%n", resumed);
    assertTrue(resumed > 2 * DAYS);
  }

  private static void checkShifted(
      RandomService service,
      DispatchState state,
      List<DispatchEvent> later,
      int millis,
      Set<Long> reported) {
    List<DispatchEvent> events = new ArrayList<>();
    List<Vehicle> vehicles =
        service.vehicles().stream().map(vehicle -> shifted(vehicle, millis)).toList();
    Dispatcher dispatcher =
        Dispatcher.resume(
            service.rules(), vehicles, service.times(), events::add, state.shifted(millis));
    Replay replay = new Replay(dispatcher, millis, reported);
    for (DispatchEvent event : later) {
      replay.decide(event, /* asks= */ true);
    }
    dispatcher.advance(service.now() - millis);
    assertEquals(Replay.shifted(later, millis), events);
    assertEquals(service.dispatcher().state().shifted(millis), dispatcher.state());
  }

  private static Vehicle shifted(Vehicle vehicle, int millis) {
    return new Vehicle(
        vehicle.id(),
        vehicle.configurations(),
        vehicle.shifts().stream().map(shift -> DispatchState.shift(shift, millis)).toList());
  }

  /** Lives through a day on which drivers report some of those who are not there. */
  private static void live(RandomService service, Set<Long> reported, Runnable afterPass) {
    while (!service.isOver()) {
      service.pass();
      for (LiveBooking booking : service.dispatcher().state().bookings()) {
        long request = booking.offer().request().id();
        if (request % 2 == 0
            && booking.state() == BookingState.ARRIVED_AT_PICKUP
            && booking.offer().promise().pickupWindow().earliest() <= service.now()) {
          service.dispatcher().noShow(request, service.now());
          reported.add(request);
        }
      }
      service.book(service.nextRequest());
      afterPass.run();
    }
    service.passUntilEmpty();
  }

  @Test
  void shiftsAppendedOnTheWayAreLikeThoseKnownFromTheStart() {
    int tomorrow = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      RandomService service = new RandomService(seed);
      List<Vehicle> today = service.vehicles().stream().map(ResumeTest::atHome).toList();
      List<Vehicle> both = today.stream().map(ResumeTest::withTomorrow).toList();
      service.restart(
          before -> new Dispatcher(service.rules(), both, service.times(), service::hear));
      List<DispatchEvent> events = new ArrayList<>();
      Dispatcher other = new Dispatcher(service.rules(), today, service.times(), events::add);
      Random random = new Random(seed);
      int decided = 0;
      while (!service.isOver()) {
        service.pass();
        service.book(service.nextRequest());
        Replay replay = new Replay(other, 0, Set.of());
        for (; decided < service.events().size(); decided++) {
          replay.decide(service.events().get(decided), /* asks= */ true);
        }
        other.advance(service.now());
        if (random.nextInt(20) == 0) {
          other = append(service, other, both, events);
        }
      }
      other = append(service, other, both, events);
      assertEquals(service.events(), events, "seed " + seed);
      tomorrow += liveTomorrow(service, other, random);
      assertEquals(service.events(), events, "seed " + seed);
      assertEquals(service.dispatcher().state(), other.state(), "seed " + seed);
    }
    System.out.printf("%d rides on shifts that were appended%n", tomorrow);
    assertTrue(tomorrow > DAYS);
  }

  private static Dispatcher append(
      RandomService service,
      Dispatcher before,
      List<Vehicle> vehicles,
      List<DispatchEvent> events) {
    return Dispatcher.resume(
        service.rules(), vehicles, service.times(), events::add, before.state());
  }

  private static Vehicle atHome(Vehicle vehicle) {
    List<Shift> shifts = new ArrayList<>();
    for (Shift shift : vehicle.shifts()) {
      int end =
          shift.endStopPoint() == Shift.ANYWHERE ? shift.startStopPoint() : shift.endStopPoint();
      shifts.add(new Shift(shift.time(), shift.startStopPoint(), end, shift.breaks()));
    }
    return new Vehicle(vehicle.id(), vehicle.configurations(), shifts);
  }

  private static Vehicle withTomorrow(Vehicle vehicle) {
    List<Shift> shifts = new ArrayList<>(vehicle.shifts());
    vehicle.shifts().forEach(shift -> shifts.add(DispatchState.shift(shift, -DAY)));
    return new Vehicle(vehicle.id(), vehicle.configurations(), shifts);
  }

  private static int liveTomorrow(RandomService service, Dispatcher other, Random random) {
    int rides = 0;
    int now = service.now();
    for (int i = 0; i < 10; i++) {
      now += random.nextInt(DAY / 8);
      RideRequest request =
          DispatchState.shift(service.nextRequest(), -DAY + random.nextInt(DAY / 4));
      Object answer = service.dispatcher().quote(request, now);
      assertEquals(answer, other.quote(request, now));
      if (answer instanceof Offer offer) {
        assertEquals(
            service.dispatcher().confirm(offer, now).isPresent(),
            other.confirm(offer, now).isPresent());
        rides++;
      }
    }
    while (other.nextEvent() < RoutePlan.NEVER) {
      service.dispatcher().step();
      other.step();
    }
    return rides;
  }
}
