package org.ieum.micromobility;

import java.util.ArrayList;
import java.util.List;

/**
 * Jobs and shifts, and what an order of visits comes to. A visit is twice the job, plus one where
 * its scooters are unloaded.
 */
final class VanTourProblem {
  final List<VanTourJob> jobs;
  final List<VanTourShift> shifts;
  final VanTourRoads roads;
  final VanTourRules rules;

  VanTourProblem(
      List<VanTourJob> jobs, List<VanTourShift> shifts, VanTourRoads roads, VanTourRules rules) {
    this.jobs = List.copyOf(jobs);
    this.shifts = List.copyOf(shifts);
    this.roads = roads;
    this.rules = rules;
  }

  VanTourJob job(int visit) {
    return jobs.get(visit >> 1);
  }

  int place(int visit) {
    return (visit & 1) == 0 ? job(visit).from() : job(visit).to();
  }

  /** Time that a visit takes, ms. */
  int service(int visit) {
    VanTourJob job = job(visit);
    int each = job.kind() == VanTourJob.Kind.SWAP ? rules.swap() : rules.handling();
    return each * job.count();
  }

  /** What all riders of a job are worth, minor units. */
  double worth(int job) {
    return jobs.get(job).riders() * rules.perRider();
  }

  /** Cost of a drive, minor units. */
  double driveCost(int from, int to) {
    return rules.cost(roads.millis(from, to), roads.metres(from, to));
  }

  /** Cost of a tour, minor units. */
  double cost(VanTourShift shift, int[] visits) {
    if (visits.length == 0) {
      return 0;
    }
    double cost = 0;
    int place = shift.depot();
    for (int visit : visits) {
      cost += driveCost(place, place(visit)) + rules.cost(service(visit), 0);
      place = place(visit);
    }
    return cost + driveCost(place, shift.depot());
  }

  /** Whether a visit is a stop of its own; loading and unloading at one place are two. */
  private boolean beginsStop(int[] visits, int i) {
    if (i == 0 || place(visits[i]) != place(visits[i - 1])) {
      return true;
    }
    return ((visits[i] ^ visits[i - 1]) & 1) == 1;
  }

  /** The tour of a shift; equal visits to one place in a row become one stop. */
  VanTour tour(VanTourShift shift, int[] visits) {
    List<VanTourStop> stops = new ArrayList<>();
    List<VanTourJob> done = new ArrayList<>();
    long metres = 0;
    int place = shift.depot();
    int clock = shift.start();
    int arrival = clock;
    int loaded = 0;
    int unloaded = 0;
    int swapped = 0;
    for (int i = 0; i < visits.length; i++) {
      int next = place(visits[i]);
      if (beginsStop(visits, i)) {
        metres += roads.metres(place, next);
        clock += roads.millis(place, next);
        arrival = clock;
        loaded = unloaded = swapped = 0;
        place = next;
      }
      VanTourJob job = job(visits[i]);
      clock += service(visits[i]);
      if (job.kind() == VanTourJob.Kind.SWAP) {
        swapped += job.count();
        done.add(job);
      } else if ((visits[i] & 1) == 0) {
        loaded += job.count();
        done.add(job);
      } else {
        unloaded += job.count();
      }
      if (i == visits.length - 1 || beginsStop(visits, i + 1)) {
        stops.add(new VanTourStop(place, arrival, clock, loaded, unloaded, swapped));
      }
    }
    if (visits.length > 0) {
      metres += roads.metres(place, shift.depot());
      clock += roads.millis(place, shift.depot());
    }
    return new VanTour(shift, done, stops, clock, metres);
  }
}
