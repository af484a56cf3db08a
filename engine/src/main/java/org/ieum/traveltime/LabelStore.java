package org.ieum.traveltime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Room for the labels of all nodes in one direction, shared by all threads that use one hierarchy.
 * Whoever makes a label first leaves it for the others; two that make the same at once make it
 * equal. When all labels outgrow their room, all are dropped, and those in use are soon made anew.
 */
final class LabelStore {
  /** Room for labels in cells of 4 bytes. */
  private static final long ROOM = 1 << 24;

  /** Label of rank i: rank and time in turn, the most important rank first. */
  private final AtomicReferenceArray<int @Nullable []> labels;

  private final AtomicLong used = new AtomicLong();
  private final long room;

  LabelStore(int ranks) {
    this(ranks, ROOM);
  }

  /**
   * Makes an empty store.
   *
   * @param room for labels, in cells of 4 bytes
   */
  LabelStore(int ranks, long room) {
    this.room = room;
    labels = new AtomicReferenceArray<>(ranks);
  }

  /** The label of a rank if it has been made; not to be changed. */
  int @Nullable [] find(int rank) {
    return labels.getAcquire(rank);
  }

  void put(int rank, int[] label) {
    labels.setRelease(rank, label);
    used.addAndGet(label.length);
  }

  /** Drops all labels if they have outgrown their room; called before some are made. */
  void makeRoom() {
    if (used.get() > room) {
      used.set(0);
      for (int i = 0; i < labels.length(); i++) {
        labels.setRelease(i, null);
      }
    }
  }
}
