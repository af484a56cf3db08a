package org.ieum.transit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.model.Money;

/** Makes up small feeds around a moment, often one at which clocks change or a day ends. */
final class RandomFeeds {
  private static final List<String> ZONES =
      List.of("Europe/Stockholm", "Europe/Athens", "America/Sao_Paulo", "Asia/Seoul");
  private static final List<String> DATES =
      List.of("2026-03-29", "2026-10-25", "2026-06-01", "2026-03-28", "2026-10-26");
  private static final List<String> TIMES =
      List.of("00:10", "01:40", "02:30", "03:20", "08:00", "23:30", "23:55", "12:00");

  private final Random random;
  final SmallFeed feed = new SmallFeed();

  /** The moment that trips are around, Unix seconds. */
  final long moment;

  private final LocalDate date;

  RandomFeeds(long seed) {
    random = new Random(seed);
    int feeds = 1 + random.nextInt(2);
    for (int i = 0; i < feeds; i++) {
      feed.feed(one(ZONES));
    }
    date = LocalDate.parse(one(DATES));
    moment = date.atTime(LocalTime.parse(one(TIMES))).atZone(feed.zones.get(0)).toEpochSecond();
    int stops = 3 + random.nextInt(5);
    for (int i = 0; i < stops; i++) {
      feed.stop(random.nextInt(feeds), one(List.of("", "A", "B")), wheelchair());
    }
    int routes = 1 + random.nextInt(4);
    for (int i = 0; i < routes; i++) {
      feed.route(random.nextInt(feeds));
    }
    walks(stops);
    fares(feeds, routes);
    int trips = 2 + random.nextInt(8);
    for (int i = 0; i < trips; i++) {
      trip(stops, routes);
    }
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Wheelchair wheelchair() {
    return random.nextInt(3) == 0 ? one(List.of(Wheelchair.values())) : Wheelchair.YES;
  }

  private void walks(int stops) {
    for (int i = random.nextInt(2 * stops); i > 0; i--) {
      int from = random.nextInt(stops);
      int to = random.nextInt(stops);
      if (from != to) {
        feed.walk(from, to, 60 * random.nextInt(8));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(stops);
      int to = random.nextInt(stops);
      boolean known =
          feed.transferRules.stream().anyMatch(rule -> rule.from() == from && rule.to() == to);
      if (!known) {
        int least = random.nextInt(3) == 0 ? TransferRule.FORBIDDEN : 60 * random.nextInt(10);
        feed.transferRules.add(new TransferRule(from, to, least));
      }
    }
  }

  private void fares(int feeds, int routes) {
    if (random.nextInt(3) == 0) {
      return;
    }
    int fares = random.nextInt(4);
    for (int i = 0; i < fares; i++) {
      feed.fares.add(
          new TransitFare(
              random.nextInt(feeds),
              "fare" + i,
              Money.of(50L * random.nextInt(5), "SEK"),
              random.nextInt(8) == 0 ? "other" : "",
              one(List.of(0, 1, 2, TransitFare.UNLIMITED)),
              one(List.of(TransitFare.UNLIMITED, 600, 1200, 2400))));
      for (int rules = random.nextInt(3); rules > 0; rules--) {
        feed.fareRules.add(
            new FareRule(
                i,
                random.nextBoolean() ? FareRule.ANY_ROUTE : random.nextInt(routes),
                zoneOrAny(),
                zoneOrAny(),
                zoneOrAny()));
      }
    }
    for (int i = 0; i < feeds; i++) {
      if (random.nextBoolean()) {
        feed.flatFares.put(i, Money.of(50L + 50L * random.nextInt(3), "SEK"));
      }
    }
  }

  private String zoneOrAny() {
    return random.nextInt(3) > 0 ? "" : one(List.of("A", "B"));
  }

  private void trip(int stops, int routes) {
    int route = random.nextInt(routes);
    ZoneId zone = feed.zones.get(feed.routes.get(route).feed());
    LocalDate day = date.plusDays(random.nextInt(3) - 1);
    long dayStart = day.atTime(12, 0).atZone(zone).toEpochSecond() - 43_200;
    long first = moment + 60L * (random.nextInt(70) - 20) - dayStart;
    if (first < 0) {
      day = day.minusDays(2);
      dayStart = day.atTime(12, 0).atZone(zone).toEpochSecond() - 43_200;
      first = moment + 60L * (random.nextInt(70) - 20) - dayStart;
    }
    Set<LocalDate> days = new TreeSet<>(Set.of(day));
    if (random.nextInt(3) == 0) {
      days.add(day.plusDays(1));
    }
    List<SmallFeed.Call> calls = new ArrayList<>();
    int time = (int) first;
    int length = 2 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      int leave = time + 60 * Math.max(0, random.nextInt(4) - 2);
      calls.add(
          new SmallFeed.Call(
              random.nextInt(stops), time, leave, random.nextInt(8) > 0, random.nextInt(8) > 0));
      time = leave + 60 * random.nextInt(12);
    }
    List<Frequency> frequencies = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      int start = (int) first;
      frequencies.add(
          new Frequency(
              start,
              start + 60 * random.nextInt(30),
              60 * (4 + random.nextInt(12)),
              random.nextBoolean()));
    }
    feed.trips.add(new SmallFeed.Trip(route, days, calls, frequencies, wheelchair()));
    if (random.nextInt(3) == 0) {
      follow(route, days, calls);
    }
  }

  /** The same trip again some minutes later, perhaps overtaking. */
  private void follow(int route, Set<LocalDate> days, List<SmallFeed.Call> calls) {
    int later = 60 * random.nextInt(15);
    int faster = random.nextInt(3);
    List<SmallFeed.Call> again = new ArrayList<>();
    int base = calls.get(0).arrival();
    for (SmallFeed.Call call : calls) {
      int divisor = faster == 0 ? 2 : 1;
      again.add(
          new SmallFeed.Call(
              call.stop(),
              base + later + (call.arrival() - base) / divisor,
              base + later + (call.departure() - base) / divisor,
              call.board(),
              call.alight()));
    }
    feed.trips.add(new SmallFeed.Trip(route, days, again, List.of(), wheelchair()));
  }

  /** Ways to stops (or from them) as a departing search has them. */
  List<TransitAccess> timed() {
    List<TransitAccess> ways = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      ways.add(way(moment + 60L * random.nextInt(15), ways.size()));
    }
    return ways;
  }

  /** As {@link #timed}, to be there by a time. */
  List<TransitAccess> deadlines() {
    List<TransitAccess> ways = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      ways.add(way(moment + 60L * (60 + random.nextInt(40)), ways.size()));
    }
    return ways;
  }

  /** Ways that take some time. */
  List<TransitAccess> spans() {
    List<TransitAccess> ways = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      ways.add(way(60L * random.nextInt(10), ways.size()));
    }
    return ways;
  }

  private TransitAccess way(long time, int key) {
    return new TransitAccess(
        random.nextInt(feed.stops.size()),
        time,
        60 * random.nextInt(10),
        random.nextInt(3) == 0 ? 50L * random.nextInt(4) : 0,
        random.nextInt(4) == 0 ? 1 : 0,
        key);
  }

  TransitOptions options(long limit) {
    return new TransitOptions(
        limit,
        1 + random.nextInt(4),
        one(List.of(0, 0, 60, 150)),
        random.nextInt(6) == 0,
        random.nextInt(3) == 0 ? 60 * random.nextInt(30) : TransitOptions.ANY_EXTRA,
        prices());
  }

  private RidePrices prices() {
    int riders = 1 + random.nextInt(3);
    long base = 50L * random.nextInt(3);
    long perStep = 10L * random.nextInt(3);
    return new RidePrices(
        riders,
        random.nextInt(4) > 0,
        random.nextBoolean() ? null : metres -> riders * (base + perStep * (metres / 100)));
  }
}
