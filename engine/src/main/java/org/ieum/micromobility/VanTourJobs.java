package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.List;
import org.ieum.collection.Assignment;
import org.ieum.traveltime.TravelTimes;

/**
 * Says what vans ought to do: each scooter that is too many somewhere goes to where one is missing,
 * paired so that the ways together are least (an assignment), and flat batteries are changed.
 */
public final class VanTourJobs {
  private VanTourJobs() {}

  /**
   * The jobs, those of one pair of places cut into batches.
   *
   * @param scooters at place i now, flat ones too
   * @param flat how many of them at place i have no charge left
   * @param targets at place i, with the same sum as the scooters
   * @param outlooks of place i
   */
  public static List<VanTourJob> of(
      int[] scooters,
      int[] flat,
      int[] targets,
      RebalanceOutlook[] outlooks,
      VanTourRoads roads,
      VanTourRules rules) {
    List<VanTourJob> jobs = new ArrayList<>();
    int[] surplus = units(scooters, targets);
    int[] deficit = units(targets, scooters);
    if (surplus.length != deficit.length) {
      throw new IllegalArgumentException(
          "targets must have the sum of the scooters, were "
              + (deficit.length - surplus.length)
              + " off");
    }
    int units = surplus.length;
    long[] costs = new long[units * units];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        costs[i * units + j] = roads.millis(surplus[i], deficit[j]);
      }
    }
    int[] pair = Assignment.solve(units, units, costs);
    int places = scooters.length;
    int[] count = new int[places * places];
    for (int i = 0; i < units; i++) {
      if (costs[i * units + pair[i]] < TravelTimes.UNREACHABLE) {
        count[surplus[i] * places + deficit[pair[i]]]++;
      }
    }
    for (int from = 0; from < places; from++) {
      for (int to = 0; to < places; to++) {
        int moved = count[from * places + to];
        if (moved > 0) {
          double each =
              saved(from, scooters, targets, outlooks) + saved(to, scooters, targets, outlooks);
          addBatches(
              jobs,
              new VanTourJob(VanTourJob.Kind.MOVE, from, to, moved, moved * each),
              rules.batch());
        }
      }
    }
    for (int place = 0; place < places; place++) {
      if (flat[place] > 0) {
        RebalanceOutlook outlook = outlooks[place];
        int full = Math.min(outlook.capacity(), scooters[place]);
        double riders = outlook.lost(Math.max(0, full - flat[place])) - outlook.lost(full);
        VanTourJob swap =
            new VanTourJob(VanTourJob.Kind.SWAP, place, place, flat[place], Math.max(0, riders));
        addBatches(jobs, swap, rules.batch());
      }
    }
    return jobs;
  }

  /** Each place as often as it has more in one than in the other. */
  private static int[] units(int[] more, int[] less) {
    int count = 0;
    for (int place = 0; place < more.length; place++) {
      count += Math.max(0, more[place] - less[place]);
    }
    int[] units = new int[count];
    int next = 0;
    for (int place = 0; place < more.length; place++) {
      for (int i = less[place]; i < more[place]; i++) {
        units[next++] = place;
      }
    }
    return units;
  }

  /** Riders that a place is spared by each scooter that comes or goes. */
  private static double saved(
      int place, int[] scooters, int[] targets, RebalanceOutlook[] outlooks) {
    RebalanceOutlook outlook = outlooks[place];
    double now = outlook.lost((double) scooters[place]);
    double then = outlook.lost((double) targets[place]);
    return (now - then) / Math.abs(targets[place] - scooters[place]);
  }

  private static void addBatches(List<VanTourJob> jobs, VanTourJob whole, int batch) {
    for (int rest = whole.count(); rest > 0; rest -= batch) {
      jobs.add(whole.part(Math.min(batch, rest)));
    }
  }
}
