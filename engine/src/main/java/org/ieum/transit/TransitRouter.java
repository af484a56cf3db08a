package org.ieum.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds all journeys by transit that are best: none other is as good in arrival (or departure),
 * walking, vehicles and fare. Belongs to one thread; the network is shared.
 *
 * <p>It is McRAPTOR (D. Delling, T. Pajor, R. F. Werneck, "Round-based public transit routing",
 * Transportation Science 49, 2015): round k goes once along each line that riders who have used k
 * vehicles can enter, with a Pareto set of labels at each stop. Between two rides one walks one
 * footpath or changes at the same stop. Three things are added.
 *
 * <ul>
 *   <li>Searches for the latest departure run in a mirrored world ({@link Lines}).
 *   <li>Labels are dropped when no goal could be reached in time from where they are, or only in
 *       ways as good as those found already ({@link RemainingBounds}). Without that, sets at stops
 *       all over the city grow with every second of walking that somebody saves.
 *   <li>A label carries the last ticket ({@link TransitFares}); rides that no ticket is for may
 *       have a tariff ({@link RidePrices}), by which those who ride on from an earlier stop pay
 *       more. Where tickets run out after some time, letting a vehicle pass can save a fare later
 *       on, so there all runs up to the limit are entered, not only the first.
 * </ul>
 *
 * <p>Of journeys alike in all four respects one is given, always the same.
 */
public final class TransitRouter {
  private static final long LONGEST_SPAN = 8 * 24 * 3600;
  private static final long HIGHEST_FARE = 1_000_000_000;
  private static final int NONE = Labels.NONE;

  private final TransitNetwork network;
  private final TransitFares tickets;
  private final SearchFares fares;
  private final int stopCount;
  private final Labels labels;
  private final Goals goals = new Goals();
  private final RemainingBounds bounds;
  private final Aboard aboard;

  /** Index of the first way to the goal from stop i in the order of stops, or none. */
  private final int[] wayHead;

  /** Lines to go along in this round. */
  private int[] queue = new int[64];

  private int queued;

  /** First position at which line i is entered in this round, or none. */
  private int[] entrance = new int[0];

  private final int[] marked;
  private int markedCount;
  private final boolean[] isMarked;
  private int firstOfRound;

  private Lines lines;
  private Footpaths paths;
  private List<TransitAccess> ways = List.of();
  private int[] wayNext = new int[0];
  private TransitOptions options = new TransitOptions(0, 1, 0, false, 0);
  private int limit;

  public TransitRouter(TransitNetwork network) {
    this.network = network;
    tickets = network.timetable().fares();
    fares = new SearchFares(network.timetable());
    stopCount = network.timetable().stopCount();
    labels = new Labels(stopCount, fares);
    bounds = new RemainingBounds(network.timetable(), fares);
    aboard = new Aboard(fares);
    wayHead = new int[stopCount];
    Arrays.fill(wayHead, NONE);
    marked = new int[stopCount];
    isMarked = new boolean[stopCount];
    paths = network.footpaths(true);
    lines = network.lines(0, 0, true, false);
  }

  /** What it searches in. */
  public Timetable timetable() {
    return network.timetable();
  }

  /**
   * Journeys that depart as soon as riders are at a stop.
   *
   * @param access ways to stops; their times say when one is there, Unix seconds
   * @param egress ways from stops; their times say how long they take, seconds
   * @return earliest arrival first, then fewest vehicles, least walking, lowest fare
   */
  public List<TransitTrip> departAt(
      List<TransitAccess> access, List<TransitAccess> egress, TransitOptions options) {
    return search(access, egress, options, true);
  }

  /**
   * Journeys that are there in time.
   *
   * @param access ways to stops; their times say how long they take, seconds
   * @param egress ways from stops; their times say when one has to set out on them at the latest,
   *     Unix seconds
   * @return latest departure first, then fewest vehicles, least walking, lowest fare
   */
  public List<TransitTrip> arriveBy(
      List<TransitAccess> access, List<TransitAccess> egress, TransitOptions options) {
    return search(egress, access, options, false);
  }

  private List<TransitTrip> search(
      List<TransitAccess> starts, List<TransitAccess> ends, TransitOptions bound, boolean forward) {
    starts.forEach(way -> check(way, false));
    ends.forEach(way -> check(way, true));
    options = bound;
    fares.open(bound.prices());
    if (starts.isEmpty() || ends.isEmpty() || !open(starts, forward)) {
      return List.of();
    }
    ways = ends;
    linkWays();
    labels.clear();
    goals.clear(limit, bound.maxExtra());
    bounds.compute(lines, paths, bound.slack(), ends, bound.maxVehicles());
    for (int vehicles = 0; vehicles < bound.maxVehicles(); vehicles++) {
      enterStarts(starts, vehicles);
      ride(vehicles);
      walk(vehicles + 1);
    }
    unmark();
    List<TransitTrip> found = new ArrayList<>();
    for (int goal = 0; goal < goals.count(); goal++) {
      found.add(trip(goal, starts));
    }
    Comparator<TransitTrip> byTime = Comparator.comparingLong(TransitTrip::time);
    found.sort(
        (forward ? byTime : byTime.reversed())
            .thenComparingInt(TransitTrip::vehicles)
            .thenComparingInt(TransitTrip::walking)
            .thenComparingLong(TransitTrip::fare));
    unlinkWays();
    return found;
  }

  private void check(TransitAccess way, boolean isSpan) {
    if (way.stop() >= stopCount) {
      throw new IllegalArgumentException("stop must be < " + stopCount + ", was " + way.stop());
    }
    if (way.fare() < 0 || way.fare() > HIGHEST_FARE) {
      throw new IllegalArgumentException(
          "fare must be from 0 to " + HIGHEST_FARE + " minor units, was " + way.fare());
    }
    if (isSpan && (way.time() < 0 || way.time() > LONGEST_SPAN)) {
      throw new IllegalArgumentException(
          "a way must take from 0 to " + LONGEST_SPAN + " s, was " + way.time());
    }
  }

  /** Takes the lines of the span in question, if there is any time left before the limit. */
  private boolean open(List<TransitAccess> starts, boolean forward) {
    long first = starts.get(0).time();
    for (TransitAccess way : starts) {
      first = forward ? Math.min(first, way.time()) : Math.max(first, way.time());
    }
    long span = forward ? options.limit() - first : first - options.limit();
    if (span < 0) {
      return false;
    }
    if (span > LONGEST_SPAN) {
      throw new IllegalArgumentException(
          "the limit must be within " + LONGEST_SPAN + " s, was " + span + " s away");
    }
    lines =
        network.lines(
            Math.min(first, options.limit()),
            Math.max(first, options.limit()),
            forward,
            options.accessibleOnly());
    paths = network.footpaths(forward);
    limit = (int) lines.relative(options.limit());
    if (entrance.length < lines.count()) {
      entrance = new int[lines.count()];
      Arrays.fill(entrance, NONE);
      queue = new int[lines.count()];
    }
    return true;
  }

  private void linkWays() {
    wayNext = new int[ways.size()];
    for (int i = ways.size() - 1; i >= 0; i--) {
      int stop = ways.get(i).stop();
      wayNext[i] = wayHead[stop];
      wayHead[stop] = i;
    }
  }

  private void unlinkWays() {
    for (TransitAccess way : ways) {
      wayHead[way.stop()] = NONE;
    }
  }

  private void enterStarts(List<TransitAccess> starts, int vehicles) {
    for (int i = 0; i < starts.size(); i++) {
      TransitAccess way = starts.get(i);
      long time = lines.relative(way.time());
      if (way.vehicles() == vehicles && time <= limit) {
        makeReady(
            way.stop(), (int) time, way.walking(), (int) way.fare(), NONE, 0, 0, vehicles, ~i, 0);
      }
    }
  }

  private void makeReady(
      int stop,
      int time,
      int walking,
      int fare,
      int ticket,
      int left,
      int expiry,
      int vehicles,
      int parent,
      int walked) {
    int rides = options.maxVehicles() - vehicles;
    if (bounds.isHopelessReady(goals, stop, time, walking, fare, vehicles, rides)) {
      return;
    }
    int good = ticket != NONE && expiry >= time ? ticket : NONE;
    int label = labels.add(stop, time, walking, fare, good, left, expiry, vehicles);
    if (label != NONE) {
      labels.setWalk(label, parent, walked);
      if (!isMarked[stop]) {
        isMarked[stop] = true;
        marked[markedCount++] = stop;
      }
    }
  }

  private void unmark() {
    for (int i = 0; i < markedCount; i++) {
      isMarked[marked[i]] = false;
    }
    markedCount = 0;
  }

  /** Goes along all lines that riders who are ready now can enter. */
  private void ride(int vehicles) {
    firstOfRound = labels.count();
    queued = 0;
    for (int i = 0; i < markedCount; i++) {
      int stop = marked[i];
      for (int call = lines.callStart[stop]; call < lines.callStart[stop + 1]; call++) {
        int line = lines.callLine[call];
        int position = lines.callPosition[call];
        if (entrance[line] == NONE) {
          queue[queued++] = line;
          entrance[line] = position;
        } else if (position < entrance[line]) {
          entrance[line] = position;
        }
      }
    }
    for (int i = 0; i < queued; i++) {
      int line = queue[i];
      ride(line, entrance[line], vehicles);
      entrance[line] = NONE;
    }
    unmark();
  }

  private void ride(int line, int first, int vehicles) {
    aboard.clear();
    int start = lines.start[line];
    int length = lines.length(line);
    int rides = options.maxVehicles() - vehicles - 1;
    for (int position = first; position < length; position++) {
      int stop = lines.stops[start + position];
      int flags = lines.flags[start + position];
      if (aboard.count() > 0 && (flags & Lines.EXIT) != 0 && bounds.leadsOn(stop, rides)) {
        for (int rider = 0; rider < aboard.count(); rider++) {
          exit(line, position, stop, rider, vehicles + 1);
        }
      }
      if ((flags & Lines.ENTER) != 0 && position + 1 < length && isMarked[stop]) {
        for (int label = labels.head(stop);
            label != NONE && labels.vehicles(label) == vehicles;
            label = labels.next(label)) {
          enter(line, position, stop, label, vehicles);
        }
      }
    }
  }

  private void enter(int line, int position, int stop, int label, int vehicles) {
    boolean timed = lines.timed[line];
    int run = lines.firstRun(line, position, labels.time(label));
    for (int runs = lines.runCount(line); run < runs; run++) {
      int time = lines.enterTime(line, run, position);
      if (bounds.isHopelessReady(
          goals,
          stop,
          time,
          labels.walking(label),
          labels.fare(label),
          vehicles,
          options.maxVehicles() - vehicles)) {
        return;
      }
      int ticket = labels.ticket(label);
      if (ticket != NONE && labels.expiry(label) < time) {
        ticket = NONE;
      }
      int pattern = lines.pattern[line];
      int zoneRun = tickets.run(pattern, lines.mirrored(line, position));
      aboard.add(
          labels,
          label,
          run,
          ticket,
          position,
          time,
          zoneRun,
          timed && lines.isForward(),
          timed && !lines.isForward(),
          fares.isByDistance(pattern));
      if (!timed) {
        return;
      }
    }
  }

  /** Lets riders exit, with every ticket that the ride can be made with. */
  private void exit(int line, int position, int stop, int rider, int vehicles) {
    int time = lines.exitTime(line, aboard.run(rider), position);
    int fare = aboard.fare(rider);
    if (bounds.isHopelessExited(
        goals,
        stop,
        time,
        aboard.walking(rider),
        fare,
        vehicles,
        options.maxVehicles() - vehicles)) {
      return;
    }
    int ticket = aboard.ticket(rider);
    int left = aboard.left(rider);
    int expiry = aboard.expiry(rider);
    int entered = lines.mirrored(line, aboard.entered(rider));
    int exited = lines.mirrored(line, position);
    int pattern = lines.pattern[line];
    int board = Math.min(entered, exited);
    int alight = Math.max(entered, exited);
    int set = fares.set(pattern, board, alight);
    int end = tickets.setEnd(set);
    int clock = lines.isForward() ? aboard.enterTime(rider) : time;
    if (tickets.setStart(set) == end) {
      int paid = fare + fares.withoutTicket(pattern, board, alight);
      arrive(line, position, stop, rider, vehicles, time, paid, ticket, left, expiry);
    }
    for (int i = tickets.setStart(set); i < end; i++) {
      int option = tickets.fareAt(i);
      if (option == ticket && clock <= expiry) {
        arrive(line, position, stop, rider, vehicles, time, fare, ticket, spend(left), expiry);
      }
      int paid = fare + fares.price(option);
      if (tickets.transfers(option) == 0) {
        arrive(line, position, stop, rider, vehicles, time, paid, ticket, left, expiry);
      } else {
        int until =
            tickets.duration(option) == TransitFare.UNLIMITED
                ? TransitFare.UNLIMITED
                : clock + tickets.duration(option);
        int count = tickets.transfers(option);
        arrive(line, position, stop, rider, vehicles, time, paid, option, count, until);
      }
    }
  }

  private static int spend(int left) {
    return left == TransitFare.UNLIMITED ? left : left - 1;
  }

  private void arrive(
      int line,
      int position,
      int stop,
      int rider,
      int vehicles,
      int time,
      int fare,
      int ticket,
      int left,
      int expiry) {
    int walking = aboard.walking(rider);
    int rides = options.maxVehicles() - vehicles;
    if (bounds.isHopelessExited(goals, stop, time, walking, fare, vehicles, rides)) {
      return;
    }
    int good = ticket != NONE && left > 0 && expiry >= time ? ticket : NONE;
    int label = labels.add(stopCount + stop, time, walking, fare, good, left, expiry, vehicles);
    if (label == NONE) {
      return;
    }
    labels.setRide(
        label, aboard.parent(rider), line, aboard.run(rider), aboard.entered(rider), position);
    for (int i = wayHead[stop]; i != NONE; i = wayNext[i]) {
      TransitAccess way = ways.get(i);
      if (vehicles + way.vehicles() <= options.maxVehicles()) {
        goals.add(
            time + (int) way.time(),
            walking + way.walking(),
            vehicles + way.vehicles(),
            fare + (int) way.fare(),
            label,
            i);
      }
    }
  }

  /** Lets all who have exited in this round walk to where they can enter again. */
  private void walk(int vehicles) {
    if (vehicles >= options.maxVehicles()) {
      return;
    }
    int end = labels.count();
    for (int label = firstOfRound; label < end; label++) {
      if (!labels.isAlive(label)) {
        continue;
      }
      int stop = labels.stop(label);
      for (int way = paths.start(stop); way < paths.end(stop); way++) {
        makeReady(
            paths.to(way),
            labels.time(label) + paths.seconds(way, options.slack()),
            labels.walking(label) + paths.walking(way),
            labels.fare(label),
            labels.ticket(label),
            labels.left(label),
            labels.expiry(label),
            vehicles,
            label,
            paths.walking(way));
      }
    }
  }

  private TransitTrip trip(int goal, List<TransitAccess> starts) {
    List<TransitRide> rides = new ArrayList<>();
    boolean known = true;
    boolean forward = lines.isForward();
    int label = goals.label(goal);
    int walked = 0;
    while (true) {
      int ready = labels.parent(label);
      int line = labels.line(label);
      TransitRide ride = ride(label, forward ? labels.walked(ready) : walked);
      known &= fares.isKnown(lines.pattern[line], ride.boardPosition(), ride.alightPosition());
      rides.add(forward ? 0 : rides.size(), ride);
      walked = labels.walked(ready);
      label = labels.parent(ready);
      if (label < 0) {
        break;
      }
    }
    int startKey = starts.get(~label).key();
    int endKey = ways.get(goals.way(goal)).key();
    return new TransitTrip(
        forward ? startKey : endKey,
        forward ? endKey : startKey,
        rides,
        lines.unix(goals.time(goal)),
        goals.walking(goal),
        goals.vehicles(goal),
        goals.fare(goal),
        known);
  }

  private TransitRide ride(int label, int walked) {
    boolean forward = lines.isForward();
    int line = labels.line(label);
    int run = labels.run(label);
    int entered = labels.entered(label);
    int exited = labels.exited(label);
    int board = lines.mirrored(line, forward ? entered : exited);
    int alight = lines.mirrored(line, forward ? exited : entered);
    int enterTime = lines.enterTime(line, run, entered);
    int exitTime = lines.exitTime(line, run, exited);
    int pattern = lines.pattern[line];
    return new TransitRide(
        lines.trip(line, run),
        lines.day(line, run),
        board,
        alight,
        network.timetable().stopAt(pattern, board),
        network.timetable().stopAt(pattern, alight),
        lines.unix(forward ? enterTime : exitTime),
        lines.unix(forward ? exitTime : enterTime),
        walked,
        fares.byTariff(pattern, board, alight));
  }
}
