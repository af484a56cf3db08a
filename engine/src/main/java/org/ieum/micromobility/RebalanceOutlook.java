package org.ieum.micromobility;

/**
 * How many riders a place is expected to disappoint, by how many scooters it has at the beginning:
 * those who find none, and those who find no dock.
 *
 * <p>Design note. Riders who take and who leave a scooter come as two Poisson streams whose rates
 * change from hour to hour, so the number of scooters is a birth-and-death process between 0 and
 * the capacity. What is expected to be lost is convex in the number at the beginning, and the best
 * number is where the next scooter saves no more than it costs (Raviv, Kolka: <em>Optimal inventory
 * management of a bike-sharing station</em>, IIE Transactions 45, 2013). If nobody brings scooters
 * back, that is the newsvendor's order. It is computed backwards from the last hour by
 * uniformisation (Grassmann: <em>Transient solutions in Markovian queueing systems</em>, Computers
 * and Operations Research 4, 1977), which is exact but for a tail of 1e-12 of the events, and gives
 * all beginnings at once. Stepping through short slices of time was the alternative: a hundred
 * times the work for an error of 1 %.
 *
 * <p>Immutable.
 */
public final class RebalanceOutlook {
  /** Rates above this are cut into pieces, so that no weight underflows. */
  private static final double MOST_EVENTS = 50;

  private static final double TAIL = 1e-12;

  private final double[] lost;

  /**
   * Reckons the losses.
   *
   * @param pickups riders expected in hour h
   * @param returns riders expected to bring a scooter in hour h
   * @param capacity the most scooters that fit
   * @param docks whether who finds no room is lost; otherwise there is room outside
   */
  RebalanceOutlook(double[] pickups, double[] returns, int capacity, boolean docks) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be >= 0, was " + capacity);
    }
    double[] value = new double[capacity + 1];
    for (int hour = pickups.length - 1; hour >= 0; hour--) {
      double events = pickups[hour] + returns[hour];
      int pieces = (int) Math.ceil(events / MOST_EVENTS);
      for (int piece = 0; piece < pieces; piece++) {
        value = before(value, pickups[hour] / pieces, returns[hour] / pieces, docks);
      }
    }
    lost = value;
  }

  /** The losses as they are expected before a time with so many riders. */
  private static double[] before(double[] after, double pickups, double returns, boolean docks) {
    double events = pickups + returns;
    double taking = pickups / events;
    double leaving = returns / events;
    double full = docks ? 1 : 0;
    double[] value = after;
    double[] result = new double[after.length];
    double weight = StrictMath.exp(-events);
    double rest = 1;
    for (int event = 0; rest > TAIL; event++) {
      for (int i = 0; i < result.length; i++) {
        result[i] += weight * value[i];
      }
      rest -= weight;
      weight *= events / (event + 1);
      value = step(value, taking, leaving, full);
      // Guards against rounding in the weights.
      if (event > 20 * MOST_EVENTS) {
        break;
      }
    }
    return result;
  }

  /** One more event, whose loss is counted where it happens. */
  private static double[] step(double[] value, double taking, double leaving, double full) {
    double[] next = new double[value.length];
    int last = value.length - 1;
    for (int i = 0; i <= last; i++) {
      double taken = i > 0 ? value[i - 1] : 1 + value[0];
      double left = i < last ? value[i + 1] : full + value[last];
      next[i] = taking * taken + leaving * left;
    }
    return next;
  }

  /** The most scooters that are thought of. */
  public int capacity() {
    return lost.length - 1;
  }

  /** Riders lost when the place has so many scooters at the beginning. */
  public double lost(int scooters) {
    return lost[scooters];
  }

  /** Riders lost at a number that need not be whole, on the line between its neighbours. */
  public double lost(double scooters) {
    int low = (int) Math.max(0, Math.min(capacity(), Math.floor(scooters)));
    int high = Math.min(capacity(), low + 1);
    double share = Math.max(0, Math.min(1, scooters - low));
    return lost[low] + share * (lost[high] - lost[low]);
  }

  /** How many riders one more scooter saves, below 0 when it stands in somebody's way. */
  public double gain(int scooters) {
    return scooters < capacity() ? lost[scooters] - lost[scooters + 1] : Double.NEGATIVE_INFINITY;
  }
}
