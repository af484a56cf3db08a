package org.ieum.traveltime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.ieum.road.Contraction;
import org.junit.jupiter.api.Test;

/** Reused queries allocate nothing. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocated(Runnable work) {
    work.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void queriesAllocateNothing() {
    RandomRoads roads = new RandomRoads(5);
    EdgeTimes edges = roads.grid(20);
    Hierarchy hierarchy = new Contraction(edges).toHierarchy();
    List<RoadPosition> stops = roads.positions(edges, 50);
    OneToOneQuery oneToOne = new OneToOneQuery(hierarchy);
    RoadTravelTimes times = new RoadTravelTimes(hierarchy, stops);
    LocalSearch local = new LocalSearch(new FlatGraph(edges));
    Diversion diversion = new Diversion();
    int[] row = new int[stops.size()];
    OneToManyQuery oneToMany = new OneToManyQuery(hierarchy, stops);
    Runnable work =
        () -> {
          for (int i = 0; i < 2000; i++) {
            RoadPosition from = stops.get(i % 50);
            oneToOne.duration(from, stops.get(i * 7 % 50));
            oneToMany.durations(from, row);
            times.duration(~hierarchy.node(i % hierarchy.size()), i % 50);
            local.run(from, 1000);
            if (times.duration(3, i % 2) < TravelTimes.UNREACHABLE) {
              times.findDiversion(3, i % 2, 0, diversion);
            }
          }
        };
    long bytes = allocated(work);
    assertTrue(bytes < 1000, "allocated " + bytes + " bytes in 10,000 queries");
  }
}
