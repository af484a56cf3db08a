package org.ieum.benchmarks;

import java.util.Arrays;

/**
 * What a run was like for riders and vehicles, as section 9 of SPEC.md defines it.
 *
 * @param served rides
 * @param waitMean from the request to the departure from the pickup, s
 * @param waitP95 the same that 95 of 100 do not exceed, s
 * @param rideMean from that departure to the dropoff, s
 * @param detour mean of ride over shortest drive
 * @param driveHours of all vehicles
 * @param occupancy people aboard while driving, mean over time
 * @param emptyShare of the driving time
 * @param meanMicros processor time of a request, µs
 * @param p99Micros the same that 99 of 100 do not exceed, µs
 * @param same answers that are KaRRi's
 */
record Quality(
    int served,
    double waitMean,
    double waitP95,
    double rideMean,
    double detour,
    double driveHours,
    double occupancy,
    double emptyShare,
    double meanMicros,
    double p99Micros,
    int same) {

  /** Of one run of ours. */
  static Quality of(DispatchRun run) {
    DayBook book = run.book();
    int[] waits = new int[book.requestCount()];
    int served = 0;
    double waiting = 0;
    double riding = 0;
    double detour = 0;
    for (int r = 0; r < waits.length; r++) {
      if (book.isServed(r)) {
        waits[served++] = book.wait(r);
        waiting += book.wait(r);
        riding += book.ride(r);
        detour += (double) book.ride(r) / book.direct(r);
      }
    }
    Arrays.sort(waits, 0, served);
    double drive = book.driveMillis();
    return new Quality(
        served,
        waiting / served / 1e3,
        served == 0 ? Double.NaN : waits[(int) (0.95 * served)] / 1e3,
        riding / served / 1e3,
        detour / served,
        drive / 3.6e6,
        book.riderMillis() / drive,
        book.emptyMillis() / drive,
        run.latencies().mean(),
        run.latencies().p99(),
        book.requestCount() - run.differences().size());
  }
}
