package org.ieum.fare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Who pays how much of a meter that several parties share. The rule:
 *
 * <ol>
 *   <li>One meter runs while anybody is aboard. Its base is split among all who share it, and what
 *       each leg adds among those who are aboard, in proportion to the lengths of their direct
 *       ways; what does not divide evenly goes, one minor unit each, to those whose parts were cut
 *       most, those who boarded first before others.
 *   <li>Nobody pays more than they would alone on their direct way.
 *   <li>What is paid is rounded down to the payable unit.
 *   <li>What the cap and the rounding leave of the meter is borne by the service. It is not put on
 *       the others: a detour made for one party must not make another's ride dearer.
 * </ol>
 *
 * <p>Splitting the base by legs as well was tried: whoever boards first then pays nearly all of it
 * and hardly gains by sharing.
 *
 * @param shares minor units of each party, in the order of the parties
 * @param meter what the meter shows in the end
 */
public record MeterSplit(List<Long> shares, long meter) {
  public MeterSplit {
    shares = List.copyOf(shares);
  }

  /**
   * A party that shares.
   *
   * @param direct way that it would have gone alone
   * @param firstLeg index of the leg at whose start it boards
   * @param endLeg index behind the last leg that it is aboard
   */
  public record Party(Stretch direct, int firstLeg, int endLeg) {
    public Party {
      Exact.requireAtLeast("first leg", 0, firstLeg);
      Exact.requireAtLeast("end leg", firstLeg + 1L, endLeg);
    }

    private boolean isAboard(int leg) {
      return firstLeg <= leg && leg < endLeg;
    }

    /** Even the shortest way has some weight. */
    private long weight() {
      return Math.max(1, direct.metres());
    }
  }

  /**
   * Splits a meter.
   *
   * @param legs between the stops of the vehicle; those with nobody aboard cost nothing
   * @param parties in the order in which they boarded
   */
  public static MeterSplit of(
      MeterTariff tariff, List<Stretch> legs, List<Party> parties, Rounding rounding) {
    for (Party party : parties) {
      if (party.endLeg() > legs.size()) {
        throw new IllegalArgumentException(
            "end leg must be <= " + legs.size() + ", was " + party.endLeg());
      }
    }
    if (parties.isEmpty()) {
      return new MeterSplit(List.of(), 0);
    }
    // Index i: what party i pays so far, minor units.
    long[] shares = new long[parties.size()];
    long shown = tariff.reading(0);
    split(shown, parties, shares, -1);
    long progress = 0;
    for (int leg = 0; leg < legs.size(); leg++) {
      int now = leg;
      if (parties.stream().anyMatch(party -> party.isAboard(now))) {
        progress = Exact.plus(progress, tariff.progress(legs.get(leg)));
        long shows = tariff.reading(progress);
        split(shows - shown, parties, shares, leg);
        shown = shows;
      }
    }
    List<Long> paid = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      long alone = tariff.price(List.of(parties.get(i).direct()));
      paid.add(rounding.down(Math.min(shares[i], alone)));
    }
    return new MeterSplit(paid, shown);
  }

  /** What the service bears of the meter. */
  public long borne() {
    long paid = 0;
    for (long share : shares) {
      paid += share;
    }
    return meter - paid;
  }

  /**
   * Adds an amount to the shares of those who are aboard.
   *
   * @param leg its index, or -1 for all parties
   */
  private static void split(long amount, List<Party> parties, long[] shares, int leg) {
    long weights = 0;
    for (Party party : parties) {
      weights += leg < 0 || party.isAboard(leg) ? party.weight() : 0;
    }
    BigInteger all = BigInteger.valueOf(weights);
    // Index i: what party i's part was cut by, in parts of all weights; -1 when not aboard.
    long[] cut = new long[shares.length];
    long rest = amount;
    for (int i = 0; i < shares.length; i++) {
      cut[i] = -1;
      if (leg < 0 || parties.get(i).isAboard(leg)) {
        BigInteger part =
            BigInteger.valueOf(amount).multiply(BigInteger.valueOf(parties.get(i).weight()));
        BigInteger[] whole = part.divideAndRemainder(all);
        shares[i] += whole[0].longValueExact();
        rest -= whole[0].longValueExact();
        cut[i] = whole[1].longValueExact();
      }
    }
    for (; rest > 0; rest--) {
      int most = 0;
      for (int i = 1; i < cut.length; i++) {
        most = cut[i] > cut[most] ? i : most;
      }
      shares[most]++;
      cut[most] = -1;
    }
  }
}
