package org.ieum.transit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ieum.model.Money;

/**
 * The plain reference: rides every way there is, forward in time in both kinds of search, and keeps
 * at the end what is best. States that are the same in all respects are gone on from once; nothing
 * is dropped because something else is better.
 */
final class ExhaustiveSearch {
  private static final int NO_TICKET = -1;

  /** What journeys are compared by. */
  record Vector(long time, int walking, int vehicles, long fare) implements Comparable<Vector> {
    boolean isAsGood(Vector other, int sign) {
      return sign * time <= sign * other.time
          && walking <= other.walking
          && vehicles <= other.vehicles
          && fare <= other.fare;
    }

    @Override
    public int compareTo(Vector other) {
      int order = Long.compare(time, other.time);
      order = order != 0 ? order : Integer.compare(vehicles, other.vehicles);
      order = order != 0 ? order : Integer.compare(walking, other.walking);
      return order != 0 ? order : Long.compare(fare, other.fare);
    }
  }

  /** A run of a trip; the shift is added to its times. */
  private record Run(SmallFeed.Trip trip, long shift) {}

  private record State(
      int stop,
      long left,
      long time,
      int walking,
      int vehicles,
      long fare,
      int ticket,
      int rights,
      long expiry) {}

  private final SmallFeed feed;
  private final List<Run> runs = new ArrayList<>();
  private final Set<State> seen = new HashSet<>();
  private final Set<Vector> reached = new HashSet<>();
  private List<TransitAccess> egress = List.of();
  private TransitOptions options = new TransitOptions(0, 1, 0, false, 0);
  private boolean departing;

  ExhaustiveSearch(SmallFeed feed) {
    this.feed = feed;
    for (SmallFeed.Trip trip : feed.trips) {
      for (LocalDate day : trip.days()) {
        long start =
            LocalDateTime.of(day, LocalTime.of(12, 0))
                    .atZone(feed.zones.get(feed.routes.get(trip.route()).feed()))
                    .toEpochSecond()
                - 43_200;
        if (trip.frequencies().isEmpty()) {
          runs.add(new Run(trip, start));
        }
        for (Frequency f : trip.frequencies()) {
          for (int at = f.start(); at < f.end(); at += f.headway()) {
            runs.add(new Run(trip, start + at - trip.calls().get(0).departure()));
          }
        }
      }
    }
  }

  /** The best vectors, earliest first. */
  Set<Vector> departAt(
      List<TransitAccess> access, List<TransitAccess> egress, TransitOptions options) {
    start(egress, options, true);
    for (TransitAccess way : access) {
      ready(
          new State(
              way.stop(),
              0,
              way.time(),
              way.walking(),
              way.vehicles(),
              way.fare(),
              NO_TICKET,
              0,
              0));
    }
    return best(1);
  }

  /** The best vectors, earliest first; their times are those of leaving the beginning. */
  Set<Vector> arriveBy(
      List<TransitAccess> access, List<TransitAccess> egress, TransitOptions options) {
    start(egress, options, false);
    for (TransitAccess way : access) {
      Set<Long> departures = new TreeSet<>();
      for (Run run : runs) {
        for (SmallFeed.Call call : run.trip.calls()) {
          departures.add(call.departure() + run.shift);
        }
      }
      for (long departure : departures) {
        long left = departure - way.time();
        if (left >= options.limit()) {
          ready(
              new State(
                  way.stop(),
                  left,
                  departure,
                  way.walking(),
                  way.vehicles(),
                  way.fare(),
                  NO_TICKET,
                  0,
                  0));
        }
      }
    }
    return best(-1);
  }

  private void start(List<TransitAccess> egress, TransitOptions options, boolean departing) {
    this.egress = egress;
    this.options = options;
    this.departing = departing;
    seen.clear();
    reached.clear();
  }

  private Set<Vector> best(int sign) {
    Set<Vector> best = new TreeSet<>();
    long first = Long.MAX_VALUE;
    for (Vector v : reached) {
      first = Math.min(first, sign * v.time);
    }
    for (Vector v : reached) {
      if (sign * v.time - first > options.maxExtra()) {
        continue;
      }
      if (reached.stream().noneMatch(o -> !o.equals(v) && o.isAsGood(v, sign))) {
        best.add(v);
      }
    }
    return best;
  }

  private void ready(State state) {
    if (state.vehicles >= options.maxVehicles() || !seen.add(state)) {
      return;
    }
    for (Run run : runs) {
      if (options.accessibleOnly() && run.trip.wheelchair() != Wheelchair.YES) {
        continue;
      }
      List<SmallFeed.Call> calls = run.trip.calls();
      for (int i = 0; i < calls.size(); i++) {
        SmallFeed.Call board = calls.get(i);
        long departure = board.departure() + run.shift;
        if (board.stop() != state.stop
            || !board.board()
            || departure < state.time
            || isClosed(i, run)) {
          continue;
        }
        for (int j = i + 1; j < calls.size(); j++) {
          if (calls.get(j).alight() && !isClosed(j, run)) {
            pay(state, run, i, j);
          }
        }
      }
    }
  }

  private boolean isClosed(int position, Run run) {
    return options.accessibleOnly()
        && feed.stops.get(run.trip.calls().get(position).stop()).wheelchair() == Wheelchair.NO;
  }

  private void pay(State state, Run run, int board, int alight) {
    long boarding = run.trip.calls().get(board).departure() + run.shift;
    boolean usesTickets = options.prices().usesTickets();
    int riders = options.prices().riders();
    List<Integer> fares = usesTickets ? feed.fares(run.trip, board, alight) : List.of();
    if (fares.isEmpty()) {
      Money flat = feed.flatFares.get(feed.routes.get(run.trip.route()).feed());
      RidePrices.Tariff tariff = options.prices().tariff();
      long otherwise = tariff == null ? 0 : tariff.price(feed.metres(run.trip, board, alight));
      long price = flat == null || !usesTickets ? otherwise : riders * flat.minorUnits();
      alight(state, run, alight, price, state.ticket, state.rights, state.expiry);
    }
    for (int fare : fares) {
      TransitFare what = feed.fares.get(fare);
      if (fare == state.ticket && state.rights > 0 && boarding <= state.expiry) {
        int rights = state.rights == TransitFare.UNLIMITED ? state.rights : state.rights - 1;
        alight(state, run, alight, 0, fare, rights, state.expiry);
      }
      long price = riders * what.price().minorUnits();
      if (what.transfers() == 0) {
        alight(state, run, alight, price, state.ticket, state.rights, state.expiry);
      } else {
        long expiry =
            what.duration() == TransitFare.UNLIMITED ? Long.MAX_VALUE : boarding + what.duration();
        alight(state, run, alight, price, fare, what.transfers(), expiry);
      }
    }
  }

  private void alight(
      State state, Run run, int position, long price, int ticket, int rights, long expiry) {
    SmallFeed.Call call = run.trip.calls().get(position);
    long time = call.arrival() + run.shift;
    int vehicles = state.vehicles + 1;
    long fare = state.fare + price;
    if (departing && time > options.limit()) {
      return;
    }
    for (TransitAccess way : egress) {
      if (way.stop() != call.stop() || vehicles + way.vehicles() > options.maxVehicles()) {
        continue;
      }
      boolean inTime = departing ? time + way.time() <= options.limit() : time <= way.time();
      if (inTime) {
        reached.add(
            new Vector(
                departing ? time + way.time() : state.left,
                state.walking + way.walking(),
                vehicles + way.vehicles(),
                fare + way.fare()));
      }
    }
    for (int to = 0; to < feed.stops.size(); to++) {
      Integer walking = feed.walking(call.stop(), to);
      if (walking != null) {
        long ready = time + feed.changing(call.stop(), to, walking, options.slack());
        ready(
            new State(
                to,
                state.left,
                ready,
                state.walking + walking,
                vehicles,
                fare,
                ticket,
                rights,
                expiry));
      }
    }
  }
}
