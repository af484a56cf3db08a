package org.ieum.transit;

import java.util.OptionalLong;

/**
 * What rides cost in one search: a ticket for each who travels, and where no ticket is for a ride,
 * the tariff. Prices so high that sums would not fit an int are unknown.
 */
final class SearchFares {
  private final Timetable timetable;
  private final TransitFares tickets;
  private final int highestTicket;

  /** The cheapest ticket for rides of pattern i. */
  private final int[] lowest;

  /** Whether some rides of pattern i have no ticket. */
  private final boolean[] lacks;

  private final int longestPattern;
  private RidePrices prices = RidePrices.TICKETS;
  private boolean usesTickets;
  private RidePrices.Tariff tariff = metres -> 0;
  private boolean hasTariff;

  /** Whether the tariff is the same however far one rides. */
  private boolean isFlat;

  SearchFares(Timetable timetable) {
    this.timetable = timetable;
    tickets = timetable.fares();
    highestTicket = tickets.highestPrice();
    lowest = new int[timetable.patternCount()];
    lacks = new boolean[timetable.patternCount()];
    int longest = 0;
    for (int pattern = 0; pattern < timetable.patternCount(); pattern++) {
      longest = Math.max(longest, timetable.metres(pattern, 0, timetable.length(pattern) - 1));
      lowest[pattern] = tickets.lowestPrice(pattern);
      lacks[pattern] = tickets.lacksTickets(pattern);
    }
    longestPattern = longest;
  }

  /** Goes by these prices from now on. */
  void open(RidePrices now) {
    prices = now;
    usesTickets =
        now.usesTickets() && (long) highestTicket * now.riders() <= TransitFare.HIGHEST_PRICE;
    tariff = now.findTariff().orElse(metres -> 0);
    hasTariff = now.tariff() != null && tariff.price(longestPattern) <= TransitFare.HIGHEST_PRICE;
    isFlat = tariff.price(0) == tariff.price(longestPattern);
  }

  /** The set of tickets for a ride between two positions of a pattern; perhaps the empty one. */
  int set(int pattern, int board, int alight) {
    return usesTickets ? tickets.set(pattern, board, alight) : TransitFares.NO_TICKETS;
  }

  /** Tickets of one kind for all who travel. */
  int price(int ticket) {
    return tickets.price(ticket) * prices.riders();
  }

  /** What a ride that no ticket is for costs, or counts as. */
  int withoutTicket(int pattern, int board, int alight) {
    return hasTariff ? (int) tariff.price(timetable.metres(pattern, board, alight)) : 0;
  }

  /** What the tariff says of a ride; nothing where there are tickets, or there is no tariff. */
  OptionalLong byTariff(int pattern, int board, int alight) {
    return hasTariff && !tickets.isAny(set(pattern, board, alight))
        ? OptionalLong.of(withoutTicket(pattern, board, alight))
        : OptionalLong.empty();
  }

  /** Whether the fare of a ride is known. */
  boolean isKnown(int pattern, int board, int alight) {
    return hasTariff || tickets.isAny(set(pattern, board, alight));
  }

  /** Whether it matters for rides of a pattern how far one rides. */
  boolean isByDistance(int pattern) {
    return hasTariff && !isFlat && (!usesTickets || lacks[pattern]);
  }

  /** What a ride of a pattern costs at least without an old ticket. */
  int lowestPrice(int pattern) {
    int without = hasTariff ? (int) tariff.price(0) : 0;
    if (!usesTickets || lowest[pattern] == TransitFares.NO_PRICE) {
      return without;
    }
    int ticket = lowest[pattern] * prices.riders();
    return lacks[pattern] ? Math.min(ticket, without) : ticket;
  }

  /** Whether any ticket is good for transfers. */
  boolean hasTransfers() {
    return usesTickets && tickets.hasTransfers();
  }
}
