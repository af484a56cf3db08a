package org.ieum.transit;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ieum.model.Money;
import org.jspecify.annotations.Nullable;

/** Works out once which fares the rides of each pattern can be made with. */
final class FareRules {
  private final List<TransitFare> fares = new ArrayList<>();

  /** Rules of fare i with the zones that all must be passed; none if that does not matter. */
  private final List<Map<Group, Set<String>>> rules = new ArrayList<>();

  private final Map<Integer, Integer> flatByFeed = new TreeMap<>();
  private @Nullable Currency currency;

  int add(TransitFare fare) {
    checkCurrency(fare.price());
    fares.add(fare);
    rules.add(new LinkedHashMap<>());
    return fares.size() - 1;
  }

  void add(FareRule rule) {
    Group group =
        new Group(rule.route(), rule.origin(), rule.destination(), !rule.passed().isEmpty());
    Set<String> zones = rules.get(rule.fare()).computeIfAbsent(group, g -> new TreeSet<>());
    if (!rule.passed().isEmpty()) {
      zones.add(rule.passed());
    }
  }

  void flat(int feed, Money price) {
    TransitFare.checkPrice(price);
    flatByFeed.put(feed, add(new TransitFare(feed, "", price, "", 0, TransitFare.UNLIMITED)));
  }

  private void checkCurrency(Money price) {
    if (currency != null && !currency.equals(price.currency())) {
      throw new IllegalArgumentException(
          "fares of one timetable must have one currency, were in "
              + currency
              + " and "
              + price.currency());
    }
    currency = price.currency();
  }

  TransitFares build(TimetableArrays from) {
    int patterns = from.patternCount();
    int[] runs = new int[from.patternStops.length];
    int[] runCount = new int[patterns];
    int[] tableStart = new int[patterns + 1];
    IntArrayList table = new IntArrayList();
    Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
    sets.put(List.of(), 0);
    Map<Ride, Integer> known = new LinkedHashMap<>();
    for (int p = 0; p < patterns; p++) {
      List<String> zones = new ArrayList<>();
      int at = from.patternStart[p];
      for (int stop : from.stopsOf(p)) {
        String zone = from.stops.get(stop).zone();
        if (zones.isEmpty() || !zones.get(zones.size() - 1).equals(zone)) {
          zones.add(zone);
        }
        runs[at++] = zones.size() - 1;
      }
      runCount[p] = zones.size();
      for (int from0 = 0; from0 < zones.size(); from0++) {
        for (int to = 0; to < zones.size(); to++) {
          if (to < from0) {
            table.add(0);
            continue;
          }
          Ride ride =
              new Ride(
                  from.routeIndexOf(p),
                  zones.get(from0),
                  zones.get(to),
                  new TreeSet<>(zones.subList(from0, to + 1)));
          int set =
              known.computeIfAbsent(
                  ride,
                  r ->
                      sets.computeIfAbsent(
                          matching(r, from.routes.get(r.route)), s -> sets.size()));
          table.add(set);
        }
      }
      tableStart[p + 1] = table.size();
    }
    return assemble(from, sets, runs, runCount, tableStart, table.toIntArray());
  }

  private TransitFares assemble(
      TimetableArrays from,
      Map<List<Integer>, Integer> sets,
      int[] runs,
      int[] runCount,
      int[] tableStart,
      int[] table) {
    int[] prices = new int[fares.size()];
    int[] transfers = new int[fares.size()];
    int[] durations = new int[fares.size()];
    for (int i = 0; i < fares.size(); i++) {
      prices[i] = (int) fares.get(i).price().minorUnits();
      transfers[i] = fares.get(i).transfers();
      durations[i] = fares.get(i).duration();
    }
    int[] setStart = new int[sets.size() + 1];
    IntArrayList setFares = new IntArrayList();
    int set = 0;
    for (List<Integer> members : sets.keySet()) {
      for (int fare : members) {
        setFares.add(fare);
      }
      setStart[++set] = setFares.size();
    }
    return new TransitFares(
        currency,
        prices,
        transfers,
        durations,
        setStart,
        setFares.toIntArray(),
        from.patternStart,
        runs,
        runCount,
        tableStart,
        table);
  }

  private record Group(int route, String origin, String destination, boolean passing) {}

  private record Ride(int route, String origin, String destination, Set<String> zones) {}

  private List<Integer> matching(Ride ride, TransitRoute route) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < fares.size(); i++) {
      TransitFare fare = fares.get(i);
      if (fare.feed() == route.feed()
          && (fare.agencyId().isEmpty() || fare.agencyId().equals(route.agencyId()))
          && !flatByFeed.containsValue(i)
          && (rules.get(i).isEmpty() || matches(rules.get(i), ride))) {
        found.add(i);
      }
    }
    if (found.isEmpty() && flatByFeed.containsKey(route.feed())) {
      return List.of(flatByFeed.get(route.feed()));
    }
    return found;
  }

  private static boolean matches(Map<Group, Set<String>> rules, Ride ride) {
    for (Map.Entry<Group, Set<String>> entry : rules.entrySet()) {
      Group rule = entry.getKey();
      if ((rule.route == FareRule.ANY_ROUTE || rule.route == ride.route)
          && (rule.origin.isEmpty() || rule.origin.equals(ride.origin))
          && (rule.destination.isEmpty() || rule.destination.equals(ride.destination))
          && (entry.getValue().isEmpty() || entry.getValue().equals(ride.zones))) {
        return true;
      }
    }
    return false;
  }
}
