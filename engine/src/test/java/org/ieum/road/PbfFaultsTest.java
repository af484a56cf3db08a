package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every unusable extract gives one line that names the file and what is wrong with it. */
class PbfFaultsTest {
  @TempDir Path folder;

  private static void assertFault(Path file, String what) {
    InputException fault = assertThrows(InputException.class, () -> RoadNetwork.read(file));
    assertEquals(1, fault.count());
    String line = fault.faults().get(0);
    assertTrue(line.startsWith(file + ": "), line);
    assertTrue(line.contains(what), line);
    assertEquals(1, line.lines().count(), line);
  }

  @Test
  void missing() {
    assertFault(folder.resolve("none.osm.pbf"), "no such file");
  }

  @Test
  void folderInsteadOfFile() {
    assertFault(folder, "is a directory");
  }

  @Test
  void empty() throws IOException {
    assertFault(Files.createFile(folder.resolve("empty.osm.pbf")), "is empty, 0 bytes");
  }

  @Test
  void text() throws IOException {
    Path file = folder.resolve("text.osm.pbf");
    Files.writeString(file, "<osm version='0.6'/>", StandardCharsets.UTF_8);
    assertFault(file, "not an OSM pbf file");
  }

  @Test
  void shorterThanItsFirstNumber() throws IOException {
    Path file = folder.resolve("short.osm.pbf");
    Files.write(file, new byte[] {0, 0});
    assertFault(file, "cut off");
  }

  @Test
  void cutOffAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.osm("baengnyeong.osm.pbf"));
    for (int size : new int[] {3, 10, 100, whole.length / 2, whole.length - 1}) {
      Path file = folder.resolve("cut" + size + ".osm.pbf");
      Files.write(file, Arrays.copyOf(whole, size));
      assertFault(file, "cut off");
    }
  }

  @Test
  void changedInside() throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.osm("baengnyeong.osm.pbf"));
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 0x55);
    Path file = folder.resolve("changed.osm.pbf");
    Files.write(file, bytes);
    assertFault(file, "cannot be read");
  }

  @Test
  void negativeIds() {
    assertFault(SharedData.osm("bad_negative_ids_portland.osm.pbf"), " Id: -10");
    assertFault(SharedData.osm("bad_negative_ids_portland.osm.pbf"), "Ids must not be negative");
  }
}
