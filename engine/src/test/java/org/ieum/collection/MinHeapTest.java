package org.ieum.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinHeapTest {
  @Test
  void leavesInOrderOfKeyThenItem() {
    long seed = 20260101;
    Random random = new Random(seed);
    MinHeap heap = new MinHeap(1);
    PriorityQueue<Long> reference = new PriorityQueue<>();
    for (int step = 0; step < 100_000; step++) {
      if (reference.isEmpty() || random.nextInt(5) < 3) {
        int key = random.nextInt(50);
        int item = random.nextInt(1000);
        heap.push(key, item);
        reference.add(((long) key << 32) | item);
      } else {
        assertEquals(MinHeap.key(reference.element()), heap.topKey(), "seed " + seed);
        assertEquals(reference.remove(), heap.pop(), "seed " + seed);
      }
      assertEquals(reference.size(), heap.size());
    }
    heap.clear();
    assertTrue(heap.isEmpty());
    assertEquals(Integer.MAX_VALUE, heap.topKey());
  }
}
