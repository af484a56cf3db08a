package org.ieum.transit;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets each ride can be made with. Immutable.
 *
 * <p>Of GTFS fares (version 1) this is what holds: a ride needs a ticket that is for its route and
 * zones. It is either bought for it, or it is the last bought one that is good for transfers, if it
 * is for this ride too, has transfers left, and one boards within its duration after the first
 * boarding. A ticket good for transfers is given up when another such one is bought, not by buying
 * a single one. GTFS leaves open whether zones are those of one ride or of all rides on a ticket;
 * here they are those of each ride. A ride that no ticket is for costs nothing and is marked as
 * unknown, unless {@link RidePrices} have a tariff for it.
 *
 * <p>The fares of a ride depend only on its pattern and on the runs of stops in the same zone where
 * it begins and ends, so they are one small table for each pattern.
 */
public final class TransitFares {
  /** The set without tickets. */
  static final int NO_TICKETS = 0;

  /** Higher than any. */
  static final int NO_PRICE = Integer.MAX_VALUE;

  private final @Nullable Currency currency;

  /** Price of fare i, minor units. */
  private final int[] prices;

  /** Transfers of fare i. */
  private final int[] transfers;

  /** Duration of fare i, seconds. */
  private final int[] durations;

  /** Fares of set i are setStart[i] until setStart[i + 1] in the next; set 0 is empty. */
  private final int[] setStart;

  /** Fares of all sets, ascending within one. */
  private final int[] setFares;

  /** Where the positions of pattern i begin in the next. */
  private final int[] patternStart;

  /** Run of position i of all patterns. */
  private final int[] runs;

  /** How many runs pattern i has. */
  private final int[] runCount;

  /** Where the sets of pattern i begin in the next. */
  private final int[] tableStart;

  /** Set of the rides from run r to run s of a pattern, at tableStart + r * runCount + s. */
  private final int[] table;

  TransitFares(
      @Nullable Currency currency,
      int[] prices,
      int[] transfers,
      int[] durations,
      int[] setStart,
      int[] setFares,
      int[] patternStart,
      int[] runs,
      int[] runCount,
      int[] tableStart,
      int[] table) {
    this.currency = currency;
    this.prices = prices;
    this.transfers = transfers;
    this.durations = durations;
    this.setStart = setStart;
    this.setFares = setFares;
    this.patternStart = patternStart;
    this.runs = runs;
    this.runCount = runCount;
    this.tableStart = tableStart;
    this.table = table;
  }

  /** The currency of all amounts, if there are any. */
  public Optional<Currency> currency() {
    return Optional.ofNullable(currency);
  }

  /** Whether the fare of a ride between two positions of a pattern is known. */
  public boolean isKnown(int pattern, int board, int alight) {
    return isAny(set(pattern, board, alight));
  }

  /** Whether there is any ticket in a set. */
  boolean isAny(int set) {
    return setStart[set] < setStart[set + 1];
  }

  /** The set of fares for rides between two positions of a pattern. */
  int set(int pattern, int board, int alight) {
    int at = patternStart[pattern];
    return table[tableStart[pattern] + runs[at + board] * runCount[pattern] + runs[at + alight]];
  }

  int setStart(int set) {
    return setStart[set];
  }

  int setEnd(int set) {
    return setStart[set + 1];
  }

  /** The fare at a place from {@link #setStart} to {@link #setEnd}. */
  int fareAt(int index) {
    return setFares[index];
  }

  int price(int fare) {
    return prices[fare];
  }

  int transfers(int fare) {
    return transfers[fare];
  }

  int duration(int fare) {
    return durations[fare];
  }

  int runCount(int pattern) {
    return runCount[pattern];
  }

  int run(int pattern, int position) {
    return runs[patternStart[pattern] + position];
  }

  /** Whether any ticket for rides of a pattern is good for transfers within limited time. */
  boolean isTimed(int pattern) {
    for (int i = tableStart[pattern]; i < tableEnd(pattern); i++) {
      for (int j = setStart[table[i]]; j < setStart[table[i] + 1]; j++) {
        int fare = setFares[j];
        if (transfers[fare] > 0 && durations[fare] != TransitFare.UNLIMITED) {
          return true;
        }
      }
    }
    return false;
  }

  /** The cheapest ticket for rides of a pattern, minor units, or {@link #NO_PRICE}. */
  int lowestPrice(int pattern) {
    int lowest = NO_PRICE;
    for (int i = tableStart[pattern]; i < tableEnd(pattern); i++) {
      for (int j = setStart[table[i]]; j < setStart[table[i] + 1]; j++) {
        lowest = Math.min(lowest, prices[setFares[j]]);
      }
    }
    return lowest;
  }

  /** Whether there is no ticket for some rides of a pattern. */
  boolean lacksTickets(int pattern) {
    for (int run = 0; run < runCount[pattern]; run++) {
      for (int to = run; to < runCount[pattern]; to++) {
        if (!isAny(table[tableStart[pattern] + run * runCount[pattern] + to])) {
          return true;
        }
      }
    }
    return false;
  }

  /** The highest price of any ticket, minor units; 0 without tickets. */
  int highestPrice() {
    int highest = 0;
    for (int price : prices) {
      highest = Math.max(highest, price);
    }
    return highest;
  }

  /** Whether any ticket is good for transfers. */
  boolean hasTransfers() {
    for (int count : transfers) {
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  private int tableEnd(int pattern) {
    return tableStart[pattern] + runCount[pattern] * runCount[pattern];
  }
}
