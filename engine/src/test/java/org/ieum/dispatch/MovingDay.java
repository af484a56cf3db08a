package org.ieum.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.ieum.fleet.FleetView;
import org.ieum.fleet.RouteState;

/** Sends idle vehicles of a random service about, hop by hop. */
public final class MovingDay {
  private static final int MINUTE = 60_000;

  private final RandomService service;
  private final Random random;
  private int moves;
  private int refused;

  public MovingDay(RandomService service, long seed) {
    this.service = service;
    random = new Random(seed * 31);
  }

  public int moves() {
    return moves;
  }

  int refused() {
    return refused;
  }

  /** Lets some vehicles make a hop, or some, if they have nothing else to do. */
  public void moveSometimes() {
    for (int v = 0; v < service.vehicles().size(); v++) {
      int towards = service.map().point(random.nextInt(service.map().pointCount()));
      int until = service.now();
      for (int hops = random.nextInt(4); hops > 0; hops--) {
        until += random.nextInt(2 * MINUTE);
        move(v, towards, until);
      }
    }
  }

  private void move(int v, int towards, int until) {
    Dispatcher dispatcher = service.dispatcher();
    dispatcher.advance(service.now());
    FleetView fleet = dispatcher.fleet();
    int events = service.events().size();
    RouteState before = RouteState.of(fleet, v);
    if (dispatcher.reposition(v, towards, until, service.now())) {
      moves++;
      RouteState after = RouteState.of(fleet, v);
      assertEquals(before.rides(), after.rides());
      assertEquals(later(before), later(after), "what vehicle " + v + " has to do");
    } else {
      refused++;
      assertEquals(before, RouteState.of(fleet, v));
      assertEquals(events, service.events().size());
    }
    service.told();
  }

  /** Where the vehicle goes later, and when. */
  private static List<String> later(RouteState route) {
    return route.stops().stream()
        .skip(1)
        .map(stop -> stop.kind() + " " + stop.place() + " " + stop.arrival() + stop.departure())
        .toList();
  }
}
