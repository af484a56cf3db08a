package org.ieum.transit;

import java.util.Arrays;

/** Riders in the vehicles of one line while the search goes along it. */
final class Aboard {
  private static final int SIZE = 10;
  private static final int RUN = 0;
  private static final int WALKING = 1;
  private static final int FARE = 2;
  private static final int TICKET = 3;
  private static final int LEFT = 4;
  private static final int EXPIRY = 5;
  private static final int ENTERED = 6;
  private static final int ENTER_TIME = 7;
  private static final int ZONE_RUN = 8;
  private static final int PARENT = 9;

  private final SearchFares fares;

  /** Field f of rider i is at i * SIZE + f. */
  private int[] cells = new int[SIZE * 64];

  private int count;

  Aboard(SearchFares fares) {
    this.fares = fares;
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /**
   * Takes in riders unless some aboard are as good at every stop to come; those that they are as
   * good as leave.
   *
   * @param sameClock whether only riders whose tickets would begin no earlier are as good
   * @param sameRun whether only riders of the same run are as good
   * @param byDistance whether only riders who entered no earlier are as good
   */
  void add(
      Labels labels,
      int parent,
      int run,
      int ticket,
      int position,
      int enterTime,
      int zoneRun,
      boolean sameClock,
      boolean sameRun,
      boolean byDistance) {
    if ((count + 1) * SIZE > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    int made = count * SIZE;
    cells[made + RUN] = run;
    cells[made + WALKING] = labels.walking(parent);
    cells[made + FARE] = labels.fare(parent);
    cells[made + TICKET] = ticket;
    cells[made + LEFT] = labels.left(parent);
    cells[made + EXPIRY] = labels.expiry(parent);
    cells[made + ENTERED] = position;
    cells[made + ENTER_TIME] = enterTime;
    cells[made + ZONE_RUN] = zoneRun;
    cells[made + PARENT] = parent;
    for (int cell = 0; cell < made; cell += SIZE) {
      if (isAsGood(cell, made, sameClock, sameRun, byDistance)) {
        return;
      }
    }
    int kept = 0;
    for (int cell = 0; cell < made; cell += SIZE) {
      if (!isAsGood(made, cell, sameClock, sameRun, byDistance)) {
        if (kept < cell) {
          System.arraycopy(cells, cell, cells, kept, SIZE);
        }
        kept += SIZE;
      }
    }
    if (kept < made) {
      System.arraycopy(cells, made, cells, kept, SIZE);
    }
    count = kept / SIZE + 1;
  }

  private boolean isAsGood(int a, int b, boolean sameClock, boolean sameRun, boolean byDistance) {
    if (cells[a + RUN] > cells[b + RUN]
        || cells[a + WALKING] > cells[b + WALKING]
        || cells[a + FARE] > cells[b + FARE]
        || cells[a + ZONE_RUN] != cells[b + ZONE_RUN]
        || (sameClock && cells[a + ENTER_TIME] < cells[b + ENTER_TIME])
        || (byDistance && cells[a + ENTERED] < cells[b + ENTERED])
        || (sameRun && cells[a + RUN] != cells[b + RUN])) {
      return false;
    }
    int ticket = cells[b + TICKET];
    return ticket == Labels.NONE
        || (cells[a + TICKET] == ticket
            && cells[a + LEFT] >= cells[b + LEFT]
            && cells[a + EXPIRY] >= cells[b + EXPIRY])
        || cells[a + FARE] + fares.price(ticket) <= cells[b + FARE];
  }

  int run(int rider) {
    return cells[rider * SIZE + RUN];
  }

  int walking(int rider) {
    return cells[rider * SIZE + WALKING];
  }

  int fare(int rider) {
    return cells[rider * SIZE + FARE];
  }

  int ticket(int rider) {
    return cells[rider * SIZE + TICKET];
  }

  int left(int rider) {
    return cells[rider * SIZE + LEFT];
  }

  int expiry(int rider) {
    return cells[rider * SIZE + EXPIRY];
  }

  /** Position at which they entered. */
  int entered(int rider) {
    return cells[rider * SIZE + ENTERED];
  }

  int enterTime(int rider) {
    return cells[rider * SIZE + ENTER_TIME];
  }

  /** The label as which they were ready to enter. */
  int parent(int rider) {
    return cells[rider * SIZE + PARENT];
  }
}
