package org.ieum.server.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to go to disk, in order. The committer looks at the head and takes it off only once it
 * is on disk, so nothing is lost when writing fails. Answers that wait can be found.
 */
final class WaitingQueue {
  private record Name(String scope, String key) {}

  private final int bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Map<Name, KeptAnswer> answers = new ConcurrentHashMap<>();
  private boolean closed;
  private long giveUp;

  WaitingQueue(int bound) {
    this.bound = bound;
  }

  /** Whether it was taken; not when the queue is full or closed. */
  boolean offer(Waiting one) {
    lock.lock();
    try {
      if (closed || waiting.size() >= bound) {
        return false;
      }
      KeptAnswer answer = one.batch().answer();
      if (answer != null) {
        answers.put(name(answer), answer);
      }
      waiting.addLast(one);
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something is there, and leaves it there.
   *
   * @param events at most so many, but for a single batch that has more
   * @return nothing when the queue is closed and empty
   */
  List<Waiting> awaitHead(int events) throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      List<Waiting> head = new ArrayList<>();
      int count = 0;
      for (Waiting one : waiting) {
        count += Math.max(1, one.batch().events().size());
        if (count > events && !head.isEmpty()) {
          break;
        }
        head.add(one);
      }
      return head;
    } finally {
      lock.unlock();
    }
  }

  List<Waiting> all() {
    lock.lock();
    try {
      return List.copyOf(waiting);
    } finally {
      lock.unlock();
    }
  }

  /** Takes off the first, which are on disk. */
  void remove(int count) {
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        KeptAnswer answer = waiting.removeFirst().batch().answer();
        if (answer != null) {
          answers.remove(name(answer), answer);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the answer to a command is still on its way to disk. */
  boolean hasAnswer(String scope, String key) {
    return answers.containsKey(new Name(scope, key));
  }

  /** Those that came before a time of {@link System#nanoTime}, the oldest first. */
  List<Waiting> olderThan(long nanos) {
    lock.lock();
    try {
      List<Waiting> older = new ArrayList<>();
      Iterator<Waiting> all = waiting.iterator();
      while (all.hasNext()) {
        Waiting one = all.next();
        if (one.since() - nanos >= 0) {
          break;
        }
        older.add(one);
      }
      return older;
    } finally {
      lock.unlock();
    }
  }

  /** How long the first has waited, ns; 0 when none waits. */
  long waitingFor() {
    lock.lock();
    try {
      Waiting first = waiting.peekFirst();
      return first == null ? 0 : Math.max(0, System.nanoTime() - first.since());
    } finally {
      lock.unlock();
    }
  }

  /** Whether the first came before a time of {@link System#nanoTime}. */
  boolean isOlderThan(long nanos) {
    lock.lock();
    try {
      Waiting first = waiting.peekFirst();
      return first != null && first.since() - nanos < 0;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what is there may still go to disk within a time. */
  void close(Duration within) {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        giveUp = System.nanoTime() + within.toNanos();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a time; false when the queue is closed and it is time to give up. */
  boolean pause(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        if (closed && (waiting.isEmpty() || giveUp - now <= 0)) {
          return false;
        }
        long left = closed ? Math.min(end - now, giveUp - now) : end - now;
        if (end - now <= 0) {
          return true;
        }
        changed.await(left, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private static Name name(KeptAnswer answer) {
    return new Name(answer.key().scope(), answer.key().key());
  }
}
