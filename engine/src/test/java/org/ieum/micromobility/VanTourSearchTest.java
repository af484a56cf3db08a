package org.ieum.micromobility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VanTourSearchTest {
  private static final int MINUTE = 60_000;
  private static final VanTourRules RULES =
      new VanTourRules(MINUTE, 2 * MINUTE, 3_000, 50, 100_000, 4, 100);

  /** Places on a plane; a van drives 10 m/s as the crow flies. */
  private static final class Plane implements VanTourRoads {
    private final double[] x;
    private final double[] y;

    Plane(int places, Random random) {
      x = random.doubles(places, 0, 5_000).toArray();
      y = random.doubles(places, 0, 5_000).toArray();
    }

    @Override
    public int metres(int from, int to) {
      return (int) Math.ceil(Math.hypot(x[from] - x[to], y[from] - y[to]));
    }

    @Override
    public int millis(int from, int to) {
      return 100 * metres(from, to);
    }
  }

  private static VanTourShift shift(String van, int minutes) {
    return new VanTourShift(van, 0, 6, 10, 1_000_000, 1_000_000 + minutes * MINUTE);
  }

  /** Everything that was asked for is done or told, and nothing else. */
  private static void checkTold(List<VanTourJob> jobs, VanTourPlan plan) {
    for (VanTourJob.Kind kind : VanTourJob.Kind.values()) {
      int told = count(plan.unserved(), kind) + count(plan.notWorthIt(), kind);
      for (VanTour tour : plan.tours()) {
        told += count(tour.jobs(), kind);
      }
      assertEquals(count(jobs, kind), told, kind.toString());
    }
  }

  private static int count(List<VanTourJob> jobs, VanTourJob.Kind kind) {
    return jobs.stream().filter(job -> job.kind() == kind).mapToInt(VanTourJob::count).sum();
  }

  @Test
  void randomPlansKeepAllLimits() {
    int moved = 0;
    int unserved = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int places = 4 + random.nextInt(9);
      Plane plane = new Plane(places, random);
      int[] scooters = new int[places];
      int[] flat = new int[places];
      int[] capacity = new int[places];
      RebalanceOutlook[] outlooks = new RebalanceOutlook[places];
      for (int place = 0; place < places; place++) {
        capacity[place] = 8 + random.nextInt(8);
        scooters[place] = random.nextInt(capacity[place] + 1);
        flat[place] = random.nextInt(scooters[place] + 1) / 3;
        outlooks[place] =
            new RebalanceOutlook(
                random.doubles(4, 0, 4).toArray(),
                random.doubles(4, 0, 4).toArray(),
                capacity[place],
                true);
      }
      int[] targets = RebalanceTargets.levels(scooters, outlooks, 0.1);
      List<VanTourJob> jobs = VanTourJobs.of(scooters, flat, targets, outlooks, plane, RULES);
      List<VanTourShift> shifts = List.of(shift("a", 20 + random.nextInt(100)), shift("b", 30));
      VanTourPlan plan = VanTourSearch.plan(jobs, shifts, plane, RULES, seed);
      assertEquals(
          Optional.empty(),
          VanTourCheck.findFault(plan, scooters, flat, capacity, plane, RULES),
          "seed " + seed);
      checkTold(jobs, plan);
      assertEquals(plan, VanTourSearch.plan(jobs, shifts, plane, RULES, seed), "seed " + seed);
      moved += plan.moved();
      unserved += plan.unserved().size();
    }
    assertTrue(moved > 100 && unserved > 10, moved + " moved, " + unserved + " unserved");
  }

  /** The least cost of one van over all orders of visits. */
  private static double best(VanTourProblem problem, int[] visits, int length, int load) {
    VanTourShift shift = problem.shifts.get(0);
    double best = Double.POSITIVE_INFINITY;
    if (length == visits.length) {
      int[] all = visits.clone();
      return problem.tour(shift, all).end() <= shift.end()
          ? problem.cost(shift, all)
          : Double.POSITIVE_INFINITY;
    }
    for (int visit = 0; visit < visits.length; visit++) {
      boolean done = false;
      boolean loaded = false;
      for (int i = 0; i < length; i++) {
        done |= visits[i] == visit;
        loaded |= visits[i] == (visit & ~1);
      }
      int count = problem.job(visit).count();
      int then = (visit & 1) == 0 ? load + count : load - count;
      if (!done && ((visit & 1) == 0 || loaded) && then <= shift.capacity()) {
        visits[length] = visit;
        best = Math.min(best, best(problem, visits, length + 1, then));
      }
    }
    return best;
  }

  @Test
  void smallToursAreTheBest() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Plane plane = new Plane(6, random);
      List<VanTourJob> jobs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        jobs.add(
            new VanTourJob(
                VanTourJob.Kind.MOVE, 1 + random.nextInt(2), 3 + random.nextInt(3), 3, 100));
      }
      List<VanTourShift> shifts = List.of(shift("a", 480));
      VanTourProblem problem = new VanTourProblem(jobs, shifts, plane, RULES);
      VanTour tour = VanTourSearch.plan(jobs, shifts, plane, RULES, seed).tours().get(0);
      double best = best(problem, new int[6], 0, 0);
      assertEquals(3, tour.jobs().size());
      assertEquals(best, RULES.cost(tour.duration(), tour.metres()), 0.01, "seed " + seed);
    }
  }

  @Test
  void whatIsNotWorthItsWayIsLeftAndTold() {
    Plane plane = new Plane(4, new Random(5));
    VanTourJob dear = new VanTourJob(VanTourJob.Kind.MOVE, 1, 2, 2, 0.001);
    VanTourJob good = new VanTourJob(VanTourJob.Kind.SWAP, 3, 3, 2, 5);
    VanTourPlan plan =
        VanTourSearch.plan(List.of(dear, good), List.of(shift("a", 240)), plane, RULES, 1);
    assertEquals(List.of(dear), plan.notWorthIt());
    assertEquals(List.of(good), plan.tours().get(0).jobs());
    VanTourPlan none = VanTourSearch.plan(List.of(dear), List.of(), plane, RULES, 1);
    assertEquals(List.of(dear), none.unserved());
    assertEquals(List.of(), none.tours());
  }

  @Test
  void batteriesAndCapacityCutJobs() {
    Plane plane = new Plane(3, new Random(7));
    VanTourJob swaps = new VanTourJob(VanTourJob.Kind.SWAP, 1, 1, 15, 50);
    VanTourJob moves = new VanTourJob(VanTourJob.Kind.MOVE, 1, 2, 13, 50);
    VanTourPlan plan =
        VanTourSearch.plan(List.of(swaps, moves), List.of(shift("a", 480)), plane, RULES, 1);
    assertEquals(13, plan.moved());
    assertEquals(5, count(plan.unserved(), VanTourJob.Kind.SWAP));
    checkTold(List.of(swaps, moves), plan);
  }

  @Test
  void theCheckSeesWhatIsWrong() {
    Plane plane = new Plane(3, new Random(9));
    VanTourShift shift = shift("a", 480);
    List<VanTourJob> jobs = List.of(new VanTourJob(VanTourJob.Kind.MOVE, 1, 2, 2, 5));
    VanTour good = VanTourSearch.plan(jobs, List.of(shift), plane, RULES, 1).tours().get(0);
    assertEquals(Optional.empty(), VanTourCheck.findFault(good, plane, RULES));
    VanTourStop first = good.stops().get(0);
    VanTourStop second = good.stops().get(1);
    checkFault(good, plane, List.of(second, first), "only 0 scooters");
    checkFault(good, plane, List.of(first), "still aboard");
    VanTourStop early =
        new VanTourStop(first.place(), first.arrival() - 1, first.departure(), 2, 0, 0);
    checkFault(good, plane, List.of(early, second), "is reached at");
    VanTourStop hasty =
        new VanTourStop(first.place(), first.arrival(), first.departure() - 1, 2, 0, 0);
    checkFault(good, plane, List.of(hasty, second), "is left at");
    VanTourStop heavy =
        new VanTourStop(first.place(), first.arrival(), first.departure() + 9 * MINUTE, 7, 0, 0);
    checkFault(good, plane, List.of(heavy, second), "do not fit in");
    VanTourStop swap =
        new VanTourStop(first.place(), first.arrival(), first.departure() + 90 * MINUTE, 2, 0, 11);
    checkFault(good, plane, List.of(swap, second), "");
    VanTour other =
        new VanTour(shift, List.of(jobs.get(0).part(1)), good.stops(), good.end(), good.metres());
    assertTrue(VanTourCheck.findFault(other, plane, RULES).isPresent());
    assertThrows(
        IllegalArgumentException.class,
        () -> VanTourSearch.plan(jobs, List.of(shift, shift), plane, RULES, 1));
  }

  private static void checkFault(
      VanTour tour, VanTourRoads roads, List<VanTourStop> stops, String what) {
    VanTour wrong = new VanTour(tour.shift(), tour.jobs(), stops, tour.end(), tour.metres());
    String fault = VanTourCheck.findFault(wrong, roads, RULES).orElseThrow();
    // Changed places also change times; either is a fault that names the van.
    assertTrue(fault.startsWith("tour of a: "), fault);
    assertTrue(fault.contains(what) || fault.contains("is reached at"), fault);
  }
}
