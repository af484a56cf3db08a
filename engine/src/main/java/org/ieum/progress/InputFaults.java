package org.ieum.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one input, so that people see all of it at once. Every fault is
 * counted, the first {@value #SHOWN} are kept.
 */
public final class InputFaults {
  /** How many faults are shown; more are only counted. */
  public static final int SHOWN = 10;

  private final List<String> first = new ArrayList<>();
  private int count;

  /** Adds one fault: a clear sentence that names the file, the line or id, and the value. */
  public void add(String fault) {
    count++;
    if (first.size() < SHOWN) {
      first.add(fault);
    }
  }

  public int count() {
    return count;
  }

  /** The first faults, for input that is used without what is wrong. */
  public List<String> first() {
    return List.copyOf(first);
  }

  /**
   * Returns if nothing is wrong.
   *
   * @throws InputException with all faults otherwise
   */
  public void throwIfAny() {
    if (count > 0) {
      throw new InputException(first, count);
    }
  }
}
