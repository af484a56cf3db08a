package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpellingTest {
  @Test
  void edits() {
    assertEquals(0, Spelling.edits("walk", "walk"));
    assertEquals(4, Spelling.edits("", "walk"));
    assertEquals(2, Spelling.edits("wlak", "walk"));
    assertEquals(3, Spelling.edits("kitten", "sitting"));
    assertEquals(3, Spelling.edits("sitting", "kitten"));
  }

  @Test
  void nearest() {
    List<String> names = List.of("-h", "--walk", "--out", "--osm");
    assertEquals(Optional.of("--out"), Spelling.findNearest("--ouz", names));
    assertEquals(Optional.empty(), Spelling.findNearest("-x", names));
    assertEquals(Optional.empty(), Spelling.findNearest("--walking", names));
  }
}
