package org.ieum.collection;

import java.util.Arrays;

/**
 * A binary min-heap of (key, item) pairs, each packed into one {@code long} so that a comparison
 * reads one array cell. Equal keys leave in order of their items, which makes searches
 * deterministic. There is no decrease-key: push again and skip stale pairs when they come out.
 */
public final class MinHeap {
  /**
   * Pair at heap slot i, key in the upper and item in the lower half; the children are 2i+1, 2i+2.
   */
  private long[] slots;

  private int size;

  /** An empty heap that grows beyond the given number of pairs when it must. */
  public MinHeap(int initialCapacity) {
    slots = new long[Math.max(4, initialCapacity)];
  }

  /** The key of a pair that {@link #pop} or {@link #top} gave. */
  public static int key(long pair) {
    return (int) (pair >>> 32);
  }

  /** The item of a pair that {@link #pop} or {@link #top} gave. */
  public static int item(long pair) {
    return (int) pair;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** The least pair; undefined when empty. */
  public long top() {
    return slots[0];
  }

  /** The least key, or {@link Integer#MAX_VALUE} when empty. */
  public int topKey() {
    return size == 0 ? Integer.MAX_VALUE : (int) (slots[0] >>> 32);
  }

  /** Adds a pair; key and item must not be negative. */
  public void push(int key, int item) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
    }
    long[] heap = slots;
    long pair = ((long) key << 32) | item;
    int i = size++;
    while (i > 0) {
      int parent = (i - 1) >>> 1;
      long above = heap[parent];
      if (above <= pair) {
        break;
      }
      heap[i] = above;
      i = parent;
    }
    heap[i] = pair;
  }

  /** Removes and returns the least pair; the heap must not be empty. */
  public long pop() {
    long[] heap = slots;
    long least = heap[0];
    int last = --size;
    long pair = heap[last];
    int i = 0;
    int child = 1;
    while (child < last) {
      long below = heap[child];
      if (child + 1 < last && heap[child + 1] < below) {
        below = heap[++child];
      }
      if (below >= pair) {
        break;
      }
      heap[i] = below;
      i = child;
      child = 2 * i + 1;
    }
    heap[i] = pair;
    return least;
  }
}
