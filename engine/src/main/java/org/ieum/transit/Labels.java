package org.ieum.transit;

import java.util.Arrays;

/**
 * All labels of a search in one array, 16 ints each, and for each stop two chains of those that no
 * other one there is as good as: riders who have just exited, and riders ready to enter.
 *
 * <p>A label is as good as another when it is not later, has not walked more nor paid more, and its
 * ticket can do what the other's can: because the other has none, or has the same with no more
 * rights, or because buying that ticket anew still costs no more in all.
 */
final class Labels {
  static final int NONE = -1;

  private static final int SIZE = 16;
  private static final int TIME = 0;
  private static final int WALKING = 1;
  private static final int FARE = 2;
  private static final int TICKET = 3;
  private static final int LEFT = 4;
  private static final int EXPIRY = 5;
  private static final int PARENT = 6;
  private static final int VEHICLES = 7;
  private static final int NEXT = 8;
  private static final int LINE = 9;
  private static final int RUN = 10;
  private static final int ENTERED = 11;
  private static final int EXITED = 12;
  private static final int WALKED = 13;
  private static final int ALIVE = 14;
  private static final int CHAIN = 15;

  private final int stopCount;
  private final SearchFares fares;

  /** Field f of label i is at i * SIZE + f. */
  private int[] cells = new int[SIZE * 4096];

  /** First label in the chain of stop i. */
  private final int[] heads;

  private int count;

  /** Two chains for each stop: stop s ready is s, stop s exited is stopCount + s. */
  Labels(int stopCount, SearchFares fares) {
    this.stopCount = stopCount;
    this.fares = fares;
    heads = new int[2 * stopCount];
    Arrays.fill(heads, NONE);
  }

  void clear() {
    for (int label = 0; label < count; label++) {
      heads[cells[label * SIZE + CHAIN]] = NONE;
    }
    count = 0;
  }

  int count() {
    return count;
  }

  /**
   * Adds a label to a chain unless one there is as good; those that it is as good as, with as many
   * vehicles, leave.
   *
   * @return its number, or {@link #NONE}
   */
  int add(
      int chain, int time, int walking, int fare, int ticket, int left, int expiry, int vehicles) {
    for (int at = heads[chain]; at != NONE; at = cells[at * SIZE + NEXT]) {
      int cell = at * SIZE;
      if (cells[cell + TIME] <= time
          && cells[cell + WALKING] <= walking
          && cells[cell + FARE] <= fare
          && servesAs(cell, fare, ticket, left, expiry)) {
        return NONE;
      }
    }
    int before = NONE;
    for (int at = heads[chain]; at != NONE; ) {
      int cell = at * SIZE;
      if (cells[cell + VEHICLES] < vehicles) {
        break;
      }
      int next = cells[cell + NEXT];
      if (time <= cells[cell + TIME]
          && walking <= cells[cell + WALKING]
          && fare <= cells[cell + FARE]
          && covers(fare, ticket, left, expiry, cell)) {
        cells[cell + ALIVE] = 0;
        if (before == NONE) {
          heads[chain] = next;
        } else {
          cells[before * SIZE + NEXT] = next;
        }
      } else {
        before = at;
      }
      at = next;
    }
    return link(chain, time, walking, fare, ticket, left, expiry, vehicles);
  }

  private int link(
      int chain, int time, int walking, int fare, int ticket, int left, int expiry, int vehicles) {
    if ((count + 1) * SIZE > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    int label = count++;
    int cell = label * SIZE;
    cells[cell + TIME] = time;
    cells[cell + WALKING] = walking;
    cells[cell + FARE] = fare;
    cells[cell + TICKET] = ticket;
    cells[cell + LEFT] = left;
    cells[cell + EXPIRY] = expiry;
    cells[cell + VEHICLES] = vehicles;
    cells[cell + NEXT] = heads[chain];
    cells[cell + ALIVE] = 1;
    cells[cell + CHAIN] = chain;
    heads[chain] = label;
    return label;
  }

  private boolean servesAs(int cell, int fare, int ticket, int left, int expiry) {
    return ticket == NONE
        || (cells[cell + TICKET] == ticket
            && cells[cell + LEFT] >= left
            && cells[cell + EXPIRY] >= expiry)
        || cells[cell + FARE] + fares.price(ticket) <= fare;
  }

  private boolean covers(int fare, int ticket, int left, int expiry, int cell) {
    int other = cells[cell + TICKET];
    return other == NONE
        || (ticket == other && left >= cells[cell + LEFT] && expiry >= cells[cell + EXPIRY])
        || fare + fares.price(other) <= cells[cell + FARE];
  }

  /** Says from which label another one comes by a walk. */
  void setWalk(int label, int parent, int walked) {
    int cell = label * SIZE;
    cells[cell + PARENT] = parent;
    cells[cell + WALKED] = walked;
  }

  /** Says from which label another one comes by a ride. */
  void setRide(int label, int parent, int line, int run, int entered, int exited) {
    int cell = label * SIZE;
    cells[cell + PARENT] = parent;
    cells[cell + LINE] = line;
    cells[cell + RUN] = run;
    cells[cell + ENTERED] = entered;
    cells[cell + EXITED] = exited;
  }

  int head(int chain) {
    return heads[chain];
  }

  int next(int label) {
    return cells[label * SIZE + NEXT];
  }

  int time(int label) {
    return cells[label * SIZE + TIME];
  }

  int walking(int label) {
    return cells[label * SIZE + WALKING];
  }

  int fare(int label) {
    return cells[label * SIZE + FARE];
  }

  /** The last ticket that is still good for something, or {@link #NONE}. */
  int ticket(int label) {
    return cells[label * SIZE + TICKET];
  }

  /** How many rides the ticket is still good for. */
  int left(int label) {
    return cells[label * SIZE + LEFT];
  }

  /** Until when the ticket is good for boarding. */
  int expiry(int label) {
    return cells[label * SIZE + EXPIRY];
  }

  int vehicles(int label) {
    return cells[label * SIZE + VEHICLES];
  }

  int parent(int label) {
    return cells[label * SIZE + PARENT];
  }

  int stop(int label) {
    int chain = cells[label * SIZE + CHAIN];
    return chain < stopCount ? chain : chain - stopCount;
  }

  int line(int label) {
    return cells[label * SIZE + LINE];
  }

  int run(int label) {
    return cells[label * SIZE + RUN];
  }

  int entered(int label) {
    return cells[label * SIZE + ENTERED];
  }

  int exited(int label) {
    return cells[label * SIZE + EXITED];
  }

  int walked(int label) {
    return cells[label * SIZE + WALKED];
  }

  boolean isAlive(int label) {
    return cells[label * SIZE + ALIVE] != 0;
  }
}
