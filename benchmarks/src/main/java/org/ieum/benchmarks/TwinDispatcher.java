package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.ieum.dispatch.Dispatcher;
import org.ieum.dispatch.StopReach;
import org.ieum.model.LatLon;
import org.ieum.model.Offer;
import org.ieum.model.Party;
import org.ieum.model.QuoteAnswer;
import org.ieum.model.RideRequest;
import org.ieum.model.Shift;
import org.ieum.model.TimeType;
import org.ieum.model.TimeWindow;
import org.ieum.model.Vehicle;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.area.AreaSetup;
import org.ieum.server.area.FleetVehicle;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The dispatcher of {@link LocalServer} without a server: same fleet, rules and rides. */
@State(Scope.Benchmark)
public class TwinDispatcher {
  private static final int NOW = 10 * 3_600_000;
  private static final int DAYS = 3 * 86_400_000;

  /** Requests for now, with the stops around their ends. */
  private final List<RideRequest> requests = new ArrayList<>();

  private Dispatcher dispatcher;
  private StopReach reach;
  private long number;
  private int next;

  /** Books the same rides, and walks to stops once for all. */
  @Setup(Level.Trial)
  public void prepare(LocalServer server) {
    AreaSetup setup = server.setup();
    reach =
        new StopReach(setup.map().placeSnapper(), setup.map().walkAccess(), setup.longestWalk());
    List<Vehicle> vehicles = new ArrayList<>();
    for (FleetVehicle vehicle : setup.fleet()) {
      int stop = vehicle.stopPoint();
      Shift shift = new Shift(new TimeWindow(0, DAYS), stop, stop, List.of());
      vehicles.add(new Vehicle(vehicle.id(), vehicle.configurations(), List.of(shift)));
    }
    dispatcher =
        new Dispatcher(setup.rules(), vehicles, setup.map().travelTimes().fork(), event -> {});
    server.booked().forEach((input, ahead) -> book(input, ahead));
    for (QuoteInput input : server.inputs()) {
      requests.add(request(input, NOW));
    }
  }

  private void book(QuoteInput input, int ahead) {
    if (dispatcher.quote(request(input, NOW + ahead), NOW) instanceof Offer offer) {
      dispatcher.confirm(offer, NOW);
    }
  }

  private RideRequest request(QuoteInput input, int time) {
    number++;
    Integer riders = input.passengerCount();
    Integer wheelchairs = input.wheelchairs();
    TimeType type = "arrive_by".equals(input.timeType()) ? TimeType.ARRIVE_BY : TimeType.DEPART_AT;
    return new RideRequest(
        number,
        number,
        type,
        time,
        new Party(riders == null ? 1 : riders, wheelchairs == null ? 0 : wheelchairs),
        reach.around(new LatLon(input.pickupLat(), input.pickupLon())),
        reach.around(new LatLon(input.dropOffLat(), input.dropOffLon())));
  }

  /** Answers the next request. */
  QuoteAnswer quote() {
    next = next + 1 == requests.size() ? 0 : next + 1;
    return dispatcher.quote(requests.get(next), NOW);
  }
}
