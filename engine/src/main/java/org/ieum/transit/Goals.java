package org.ieum.transit;

import java.util.Arrays;

/** The journeys found so far, none of which is as good as another in all respects. */
final class Goals {
  private static final int SIZE = 6;
  private static final int TIME = 0;
  private static final int WALKING = 1;
  private static final int VEHICLES = 2;
  private static final int FARE = 3;
  private static final int LABEL = 4;
  private static final int WAY = 5;

  /** Field f of goal i is at i * SIZE + f. */
  private int[] cells = new int[SIZE * 64];

  private int count;
  private int limit;
  private int extra;

  void clear(int limit, int extra) {
    count = 0;
    this.limit = limit;
    this.extra = extra;
  }

  /** Whether a journey that is as given at best would be of no use. */
  boolean isHopeless(int time, int walking, int vehicles, int fare) {
    if (time > limit) {
      return true;
    }
    for (int cell = 0; cell < count * SIZE; cell += SIZE) {
      if (cells[cell + TIME] <= time
          && cells[cell + WALKING] <= walking
          && cells[cell + VEHICLES] <= vehicles
          && cells[cell + FARE] <= fare) {
        return true;
      }
    }
    return false;
  }

  void add(int time, int walking, int vehicles, int fare, int label, int way) {
    if (isHopeless(time, walking, vehicles, fare)) {
      return;
    }
    limit = (int) Math.min(limit, (long) time + extra);
    int kept = 0;
    for (int cell = 0; cell < count * SIZE; cell += SIZE) {
      boolean worse =
          cells[cell + TIME] > limit
              || (time <= cells[cell + TIME]
                  && walking <= cells[cell + WALKING]
                  && vehicles <= cells[cell + VEHICLES]
                  && fare <= cells[cell + FARE]);
      if (!worse) {
        System.arraycopy(cells, cell, cells, kept, SIZE);
        kept += SIZE;
      }
    }
    if (kept + SIZE > cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[kept + TIME] = time;
    cells[kept + WALKING] = walking;
    cells[kept + VEHICLES] = vehicles;
    cells[kept + FARE] = fare;
    cells[kept + LABEL] = label;
    cells[kept + WAY] = way;
    count = kept / SIZE + 1;
  }

  int count() {
    return count;
  }

  int time(int goal) {
    return cells[goal * SIZE + TIME];
  }

  int walking(int goal) {
    return cells[goal * SIZE + WALKING];
  }

  int vehicles(int goal) {
    return cells[goal * SIZE + VEHICLES];
  }

  int fare(int goal) {
    return cells[goal * SIZE + FARE];
  }

  int label(int goal) {
    return cells[goal * SIZE + LABEL];
  }

  int way(int goal) {
    return cells[goal * SIZE + WAY];
  }
}
