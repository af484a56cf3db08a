package org.ieum.transit;

import java.util.Arrays;
import java.util.List;

/** On which days each service runs. */
final class ServiceDays {
  /** Days of service i are start[i] until start[i + 1] in the next. */
  private final int[] start;

  /** Days since 1970-01-01, ascending within a service. */
  private final int[] days;

  ServiceDays(List<int[]> services) {
    start = new int[services.size() + 1];
    for (int i = 0; i < services.size(); i++) {
      start[i + 1] = start[i] + services.get(i).length;
    }
    days = new int[start[services.size()]];
    for (int i = 0; i < services.size(); i++) {
      System.arraycopy(services.get(i), 0, days, start[i], services.get(i).length);
    }
  }

  boolean runs(int service, int epochDay) {
    return Arrays.binarySearch(days, start[service], start[service + 1], epochDay) >= 0;
  }
}
