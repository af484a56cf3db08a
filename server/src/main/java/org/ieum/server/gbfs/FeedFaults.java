package org.ieum.server.gbfs;

import java.util.ArrayList;
import java.util.List;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/** What is wrong with the rows of a system, though the rest can be used. */
final class FeedFaults {
  private final List<String> first = new ArrayList<>();
  private int count;
  private int badRows;

  /** A row that is used all the same. */
  void note(String fault) {
    count++;
    if (first.size() < InputFaults.SHOWN) {
      first.add(fault);
    }
  }

  /** A row that is left out. */
  void leaveOut(String fault) {
    badRows++;
    note(fault);
  }

  int count() {
    return count;
  }

  int badRows() {
    return badRows;
  }

  List<String> first() {
    return first;
  }

  /** Ends reading with what has been found, and one more. */
  InputException end(String fault) {
    InputFaults all = new InputFaults();
    all.add(fault);
    first.forEach(all::add);
    try {
      all.throwIfAny();
    } catch (InputException e) {
      return e;
    }
    throw new AssertionError("there was a fault");
  }
}
