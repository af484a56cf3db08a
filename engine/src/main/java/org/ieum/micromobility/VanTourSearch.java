package org.ieum.micromobility;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.util.Solutions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Plans tours of vans with jsprit: moves of scooters are shipments, battery swaps are deliveries of
 * batteries from the depot.
 *
 * <p>Jsprit puts in whatever fits, however much it costs, so jobs that cost more than their riders
 * are worth are taken out afterwards, the worst first, and a tour that as a whole does is dropped.
 * What was taken out has stood in the way of others, so the search begins again without it, as long
 * as that happens; it is done twice, once with the jobs first whose riders are worth most by the
 * work, and the plan that is worth most is kept. Each tour then passes {@link VanTourCheck}; one
 * that does not is dropped and its jobs are told as unserved. The same seed and iterations give the
 * same plan.
 */
public final class VanTourSearch {
  private static final int MOST_ROUNDS = 4;

  private final VanTourProblem problem;
  private final long seed;
  private final boolean byWorth;

  /** Jobs that were taken out one by one. */
  private final List<VanTourJob> takenOut = new ArrayList<>();

  /** What riders are worth less what the tours cost, minor units. */
  private double gain;

  private VanTourPlan found = VanTourPlan.NONE;

  private VanTourSearch(VanTourProblem problem, long seed, boolean byWorth) {
    this.problem = problem;
    this.seed = seed;
    this.byWorth = byWorth;
  }

  /**
   * Plans.
   *
   * @param shifts whose vans have names of their own
   */
  public static VanTourPlan plan(
      List<VanTourJob> jobs,
      List<VanTourShift> shifts,
      VanTourRoads roads,
      VanTourRules rules,
      long seed) {
    if (shifts.stream().map(VanTourShift::van).distinct().count() < shifts.size()) {
      throw new IllegalArgumentException("each van must have one shift, were " + shifts);
    }
    List<VanTourJob> parts = new ArrayList<>();
    List<VanTourJob> tooLarge = new ArrayList<>();
    for (VanTourJob job : jobs) {
      boolean isMove = job.kind() == VanTourJob.Kind.MOVE;
      int most =
          shifts.stream()
              .mapToInt(shift -> isMove ? shift.capacity() : shift.batteries())
              .max()
              .orElse(0);
      if (most == 0) {
        tooLarge.add(job);
        continue;
      }
      for (int rest = job.count(); rest > 0; rest -= most) {
        parts.add(job.part(Math.min(most, rest)));
      }
    }
    VanTourSearch all = search(parts, tooLarge, shifts, roads, rules, seed, false);
    VanTourSearch byWorth = search(parts, tooLarge, shifts, roads, rules, seed, true);
    return (byWorth.gain > all.gain ? byWorth : all).found;
  }

  /** The best of some rounds. */
  private static VanTourSearch search(
      List<VanTourJob> parts,
      List<VanTourJob> tooLarge,
      List<VanTourShift> shifts,
      VanTourRoads roads,
      VanTourRules rules,
      long seed,
      boolean byWorth) {
    List<VanTourJob> left = new ArrayList<>(parts);
    List<VanTourJob> notWorthIt = new ArrayList<>();
    VanTourSearch best = null;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      VanTourProblem problem = new VanTourProblem(left, shifts, roads, rules);
      VanTourSearch search = new VanTourSearch(problem, seed, byWorth);
      search.found = search.plan(tooLarge, notWorthIt);
      if (best == null || search.gain > best.gain) {
        best = search;
      }
      if (search.takenOut.isEmpty()) {
        break;
      }
      notWorthIt.addAll(search.takenOut);
      // One for one, since jobs may be equal.
      search.takenOut.forEach(left::remove);
    }
    return Objects.requireNonNull(best);
  }

  private VanTourPlan plan(List<VanTourJob> tooLarge, List<VanTourJob> before) {
    List<VanTourShift> shifts = problem.shifts;
    int[][] visits = problem.jobs.isEmpty() ? new int[shifts.size()][0] : search();
    List<VanTour> tours = new ArrayList<>();
    List<VanTourJob> notWorthIt = new ArrayList<>(before);
    boolean[] told = new boolean[problem.jobs.size()];
    for (int v = 0; v < visits.length; v++) {
      int[] trimmed = trim(shifts.get(v), visits[v]);
      tell(visits[v], told, trimmed, takenOut);
      int[] kept = isWorthIt(shifts.get(v), trimmed) ? trimmed : new int[0];
      tell(trimmed, told, kept, notWorthIt);
      VanTour tour = problem.tour(shifts.get(v), kept);
      Optional<String> fault = VanTourCheck.findFault(tour, problem.roads, problem.rules);
      if (fault.isPresent()) {
        tour = problem.tour(shifts.get(v), new int[0]);
      } else {
        for (int visit : kept) {
          told[visit >> 1] = true;
        }
        gain += worth(kept) - problem.cost(shifts.get(v), kept);
      }
      tours.add(tour);
    }
    List<VanTourJob> unserved = new ArrayList<>(tooLarge);
    for (int job = 0; job < told.length; job++) {
      if (!told[job]) {
        unserved.add(problem.jobs.get(job));
      }
    }
    notWorthIt.addAll(takenOut);
    return new VanTourPlan(tours, unserved, notWorthIt);
  }

  private int[][] search() {
    VanTourJsprit jsprit = new VanTourJsprit(problem, byWorth);
    VehicleRoutingAlgorithm algorithm =
        Jsprit.Builder.newInstance(jsprit.vrp)
            .setObjectiveFunction(jsprit::cost)
            .setRandom(new Random(seed))
            .setProperty(Parameter.FAST_REGRET, "true")
            .buildAlgorithm();
    algorithm.setMaxIterations(problem.rules.iterations());
    VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
    return jsprit.visits(best);
  }

  /** The visits without jobs that cost more than they are worth. */
  private int[] trim(VanTourShift shift, int[] visits) {
    int[] kept = visits;
    while (true) {
      double cost = problem.cost(shift, kept);
      double worst = 0;
      int[] better = kept;
      for (int visit : kept) {
        if ((visit & 1) == 0) {
          int[] without = without(kept, visit >> 1);
          double spared = cost - problem.cost(shift, without) - problem.worth(visit >> 1);
          if (spared > worst) {
            worst = spared;
            better = without;
          }
        }
      }
      if (better.length == kept.length) {
        return kept;
      }
      kept = better;
    }
  }

  private boolean isWorthIt(VanTourShift shift, int[] visits) {
    return worth(visits) >= problem.cost(shift, visits);
  }

  private double worth(int[] visits) {
    double worth = 0;
    for (int visit : visits) {
      worth += (visit & 1) == 0 ? problem.worth(visit >> 1) : 0;
    }
    return worth;
  }

  private static int[] without(int[] visits, int job) {
    IntArrayList rest = new IntArrayList(visits.length);
    for (int visit : visits) {
      if (visit >> 1 != job) {
        rest.add(visit);
      }
    }
    return rest.toIntArray();
  }

  /** Tells the jobs that are in one list of visits and not in the other. */
  private void tell(int[] visits, boolean[] told, int[] kept, List<VanTourJob> into) {
    for (int visit : visits) {
      if ((visit & 1) == 0 && without(kept, visit >> 1).length == kept.length) {
        told[visit >> 1] = true;
        into.add(problem.job(visit));
      }
    }
  }
}
