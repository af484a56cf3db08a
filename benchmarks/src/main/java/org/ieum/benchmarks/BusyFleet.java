package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.benchmarks.DispatchInstance.Request;
import org.ieum.dispatch.Dispatcher;
import org.ieum.model.Offer;
import org.ieum.model.RideRequest;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A fleet in the middle of its day, and requests to ask it at that moment: of base1000_c4 from
 * {@code ../shared/data/dispatch} where that is there, or else of a made-up day on the embedded
 * area.
 */
@State(Scope.Benchmark)
public class BusyFleet {
  private static final int ASKED = 1000;

  private Roads roads;
  private DispatchInstance instance;

  /** Requests that can be asked now; their places are held. */
  private final List<RideRequest> asked = new ArrayList<>();

  private DispatchDesk desk;
  private int now;
  private int next;

  /** Reads everything and runs half a day. */
  @Setup(Level.Trial)
  public void prepare() {
    Optional<Path> folder = SharedFolder.findDispatch();
    if (folder.isPresent()) {
      roads = Roads.of(new RoadPack(folder.get()).edges);
      instance = KarriInstance.ALL.get(0).read(folder.get());
    } else {
      City city = City.embedded();
      roads = Roads.of(city.witness, city.hierarchy);
      instance = SyntheticDay.draw(city);
    }
    desk = new DispatchDesk(roads, instance);
    List<Request> requests = instance.requests();
    int half = requests.size() / 2;
    for (Request request : requests.subList(0, half)) {
      desk.serve(request);
    }
    now = requests.get(half).time();
    desk.advance(now);
    for (Request request : requests.subList(half, Math.min(requests.size(), half + ASKED))) {
      asked.add(
          desk.doorToDoor(new Request(request.id(), request.origin(), request.destination(), now)));
    }
  }

  RideRequest nextRequest() {
    next = next + 1 == asked.size() ? 0 : next + 1;
    return asked.get(next);
  }

  /** An offer that can be confirmed now; requests that get none are passed over. */
  Offer nextOffer() {
    for (int tries = 0; tries <= asked.size(); tries++) {
      if (dispatcher().quote(nextRequest(), now) instanceof Offer offer) {
        return offer;
      }
    }
    throw new IllegalStateException("no request can be served");
  }

  Dispatcher dispatcher() {
    return desk.dispatcher();
  }

  int now() {
    return now;
  }

  /** A whole day, all answers applied. */
  DispatchRun wholeDay() {
    return DispatchRun.free(instance, roads);
  }
}
