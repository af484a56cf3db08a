package org.ieum.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread has used since it started. */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Meter() {}

  /** Processor time, ns; other work on the machine disturbs it little. */
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Memory allocated, bytes, exact. */
  static long bytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
