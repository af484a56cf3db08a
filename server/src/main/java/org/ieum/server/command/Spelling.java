package org.ieum.server.command;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody may have meant who mistyped a name. */
final class Spelling {
  private static final int MAX_EDITS = 2;

  private Spelling() {}

  /** The name with the fewest edits, at most {@value #MAX_EDITS}; the first of several. */
  static Optional<String> findNearest(String typed, Collection<String> names) {
    String nearest = null;
    int least = MAX_EDITS + 1;
    for (String name : names) {
      int edits = edits(typed, name);
      if (edits < least && edits < name.length() - 1) {
        least = edits;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Letters added, removed or replaced to make one text of the other (Levenshtein distance). */
  static int edits(String from, String to) {
    // Index j: edits between the letters of "from" seen so far and the first j letters of "to".
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 0; i < from.length(); i++) {
      int diagonal = row[0];
      row[0] = i + 1;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
