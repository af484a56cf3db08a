package org.ieum.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ieum.journey.Journey;
import org.ieum.journey.JourneyRequest;
import org.ieum.model.TimeType;

/**
 * How riders choose among journeys: a multinomial logit (McFadden, Conditional logit analysis of
 * qualitative choice behavior, 1974) over generalised time.
 *
 * <p>Design note. A journey is drawn by adding a Gumbel variate to each utility and taking the
 * greatest sum, which has the probabilities of the logit. The same sums order the rest, so that who
 * is refused goes on to what would have been chosen without that journey. The draws depend on the
 * seed and the number of the trip alone.
 *
 * @param perMinute utility lost with each minute of generalised time, &gt; 0; large values choose
 *     the best, small ones at random
 * @param walkWeight how many minutes one on foot counts for, &gt;= 1
 * @param transferPenalty minutes for each change of vehicles
 * @param valueOfTime minor units that are as bad as an hour, &gt; 0
 * @param thinking longest time between seeing the journeys and confirming one, ms
 * @param seed of the draws
 */
public record ModeChoice(
    double perMinute,
    double walkWeight,
    double transferPenalty,
    double valueOfTime,
    int thinking,
    long seed) {
  private static final double MINUTE = 60_000;

  public ModeChoice {
    requirePositive("utility per minute", perMinute);
    requirePositive("value of time", valueOfTime);
    if (thinking < 0) {
      throw new IllegalArgumentException("thinking must be >= 0 ms, was " + thinking);
    }
    if (!(walkWeight >= 1)) {
      throw new IllegalArgumentException("walk weight must be >= 1, was " + walkWeight);
    }
    if (!(transferPenalty >= 0)) {
      throw new IllegalArgumentException("transfer penalty must be >= 0, was " + transferPenalty);
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(what + " must be > 0, was " + value);
    }
  }

  /**
   * 0.15 a minute, walking twice, five minutes a change, 100 (of 100 minor units) an hour, up to 30
   * seconds of thinking.
   */
  public static ModeChoice standard(long seed) {
    return new ModeChoice(0.15, 2, 5, 10_000, 30_000, seed);
  }

  /**
   * Generalised minutes of a journey: from when the rider wanted to set out to arrival, or from
   * setting out to when the rider wanted to have arrived; walking, changes and fare on top.
   */
  public double minutes(JourneyRequest request, Journey journey) {
    boolean departs = request.timeType() == TimeType.DEPART_AT;
    double millis =
        departs
            ? (double) journey.arrival() - request.time()
            : (double) request.time() - journey.departure();
    return (millis + (walkWeight - 1) * journey.walking()) / MINUTE
        + transferPenalty * journey.transfers()
        + 60 * journey.fare() / valueOfTime;
  }

  /**
   * The journeys in the order in which a rider takes them.
   *
   * @param trip number of the trip
   */
  List<Journey> order(JourneyRequest request, List<Journey> journeys, long trip) {
    record Scored(Journey journey, double score) {}
    SplittableRandom random = random(trip);
    List<Scored> scored = new ArrayList<>();
    for (Journey journey : journeys) {
      double gumbel = -Math.log(-Math.log(1 - random.nextDouble()));
      scored.add(new Scored(journey, gumbel - perMinute * minutes(request, journey)));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored.stream().map(Scored::journey).toList();
  }

  /** How long a rider thinks, ms. */
  int thinks(long trip) {
    return random(trip).split().nextInt(thinking + 1);
  }

  private SplittableRandom random(long trip) {
    long start = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(start + trip * 0xD134_2543_DE82_EF95L);
  }
}
