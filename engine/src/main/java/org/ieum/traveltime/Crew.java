package org.ieum.traveltime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that share numbered pieces of work. Which thread does which piece is up to chance,
 * so pieces must neither write where another one reads or writes nor depend on their worker.
 */
final class Crew {
  /** A piece of work. */
  interface Work {
    /** Does a piece; the worker's number selects scratch memory. */
    void run(int worker, int piece);
  }

  private final int size;

  /** A crew of one does everything in the calling thread. */
  Crew(int size) {
    if (size < 1 || size > 64) {
      throw new IllegalArgumentException("threads must be from 1 to 64, was " + size);
    }
    this.size = size;
  }

  int size() {
    return size;
  }

  /** Does all pieces, handing them out in order, and returns when they are done. */
  void run(int pieces, Work work) {
    AtomicInteger next = new AtomicInteger();
    Thread[] others = new Thread[Math.min(size, pieces) - 1 < 0 ? 0 : Math.min(size, pieces) - 1];
    Throwable[] failures = new Throwable[others.length];
    for (int i = 0; i < others.length; i++) {
      int worker = i + 1;
      others[i] = new Thread(() -> share(worker, next, pieces, work), "customization-" + worker);
      others[i].setDaemon(true);
      others[i].setUncaughtExceptionHandler((thread, e) -> failures[worker - 1] = e);
      others[i].start();
    }
    try {
      share(0, next, pieces, work);
    } finally {
      for (Thread other : others) {
        join(other);
      }
    }
    for (Throwable failure : failures) {
      if (failure != null) {
        throw new IllegalStateException("a thread of the crew failed", failure);
      }
    }
  }

  private static void share(int worker, AtomicInteger next, int pieces, Work work) {
    for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
      work.run(worker, piece);
    }
  }

  /** Waits for a thread; being interrupted meanwhile is remembered. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
