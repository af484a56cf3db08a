package org.ieum.benchmarks;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongPredicate;
import org.ieum.dispatch.DispatchEvent;
import org.ieum.dispatch.Dispatcher;
import org.ieum.fleet.FleetView;
import org.ieum.model.BookingState;
import org.ieum.model.Capacity;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.ServiceRules;
import org.ieum.model.Shift;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.traveltime.RoadTravelTimes;

/** Vehicles that start wherever it happens, with riders who board as soon as theirs is there. */
final class RandomFleet {
  /** Every party is one rider. */
  static final Party ONE = Party.of(1);

  private final Dispatcher dispatcher;
  private final LongPredicate comes;
  private final Consumer<DispatchEvent> listener;

  /** Requests whose vehicle has come. */
  private final LongArrayList boarding = new LongArrayList();

  /**
   * Puts the vehicles on the road at time 0.
   *
   * @param end when their shifts end, ms
   * @param place draws where a vehicle starts; the place is held
   * @param comes whether the rider of a request does
   * @param listener told of all that happens
   */
  RandomFleet(
      int vehicles,
      int end,
      RoadTravelTimes times,
      IntSupplier place,
      LongPredicate comes,
      Consumer<DispatchEvent> listener) {
    this.comes = comes;
    this.listener = listener;
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      Shift shift = new Shift(new TimeWindow(0, end), place.getAsInt(), Shift.ANYWHERE, List.of());
      fleet.add(new Vehicle("v" + v, List.of(new Capacity(8, 0)), List.of(shift)));
    }
    dispatcher = new Dispatcher(ServiceRules.DEFAULT, fleet, times, this::hear);
  }

  private void hear(DispatchEvent event) {
    if (event instanceof DispatchEvent.VehicleArrived arrived) {
      FleetView fleet = dispatcher.fleet();
      for (int k = 0; k < fleet.rideCount(arrived.vehicle()); k++) {
        long request = fleet.request(arrived.vehicle(), k);
        if (fleet.pickup(arrived.vehicle(), k) == 0 && comes.test(request)) {
          boarding.add(request);
        }
      }
    }
    listener.accept(event);
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Lets everything happen before a time. */
  void advance(int until) {
    while (dispatcher.nextEvent() < until) {
      int time = dispatcher.nextEvent();
      dispatcher.step();
      for (int i = 0; i < boarding.size(); i++) {
        dispatcher.board(boarding.getLong(i), ONE, time);
      }
      boarding.clear();
    }
  }

  /** Takes an offer that has just been made; returns whether its rider boards at once. */
  boolean take(Offer offer, int now) {
    long request = offer.request().id();
    BookingState state = dispatcher.confirm(offer, now).orElseThrow().state();
    boolean boards = state == BookingState.ARRIVED_AT_PICKUP && comes.test(request);
    if (boards) {
      dispatcher.board(request, ONE, now);
    }
    return boards;
  }
}
