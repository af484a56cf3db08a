package org.ieum.progress;

import java.util.List;

/**
 * Input that cannot be used. Shown to people without a stack trace; the program ends with code 2.
 */
public final class InputException extends RuntimeException {
  private final transient List<String> faults;
  private final int count;

  /** One fault: a clear sentence that names the file, the line or id, and the value. */
  public InputException(String fault) {
    this(List.of(fault), 1);
  }

  InputException(List<String> faults, int count) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
    this.count = count;
  }

  /** The first faults, one sentence each. */
  public List<String> faults() {
    return faults;
  }

  /** How many faults there are in all. */
  public int count() {
    return count;
  }
}
