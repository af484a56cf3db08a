package org.ieum.road;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.traveltime.DrivePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AreaCacheTest {
  private static final AreaSettings SETTINGS = AreaSettings.DEFAULT;
  private static final LatLon SEA = new LatLon(37.80, 124.50);

  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger("org.ieum.road");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  private long imports() {
    return log.list.stream().filter(e -> e.getFormattedMessage().startsWith("import")).count();
  }

  private List<String> warnings() {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Path pbf() {
    return SharedData.osm("baengnyeong.osm.pbf");
  }

  private static List<StopPoint> stopPoints(RoadNetwork network) {
    List<StopPoint> stopPoints = new ArrayList<>();
    stopPoints.add(new StopPoint("wet", "In the sea", SEA));
    for (int edge = 0; edge < network.edgeCount(); edge += 10) {
      LatLon start = network.geometry().shape(edge).get(0);
      stopPoints.add(new StopPoint("s" + edge, "백령도 " + edge, start));
    }
    return stopPoints;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void secondTimeLoadsTheSame() throws IOException {
    AreaCache cache = new AreaCache(folder.resolve("new").resolve("deep"));
    List<StopPoint> stopPoints = stopPoints(cache.network(pbf()));
    ServiceArea first = cache.area(pbf(), stopPoints, SETTINGS);
    assertEquals(1, imports());
    assertEquals(1, warnings().size());
    ServiceArea second = cache.area(pbf(), stopPoints, SETTINGS);
    assertEquals(1, imports());
    assertEquals(2, warnings().size());
    assertEquals(warnings().get(0), warnings().get(1));
    assertTrue(warnings().get(0).contains("wet ("), warnings().get(0));
    assertEquals(first.stopPoints(), second.stopPoints());
    assertEquals(first.setAside(), second.setAside());
    assertEquals(first.drivingPositions(), second.drivingPositions());
    assertEquals(first.walkingPositions(), second.walkingPositions());
    assertArrayEquals(first.matrix().cells(), second.matrix().cells());
    RoadNetwork a = first.network();
    RoadNetwork b = second.network();
    for (int edge = 0; edge < a.edgeCount(); edge++) {
      assertEquals(a.geometry().shape(edge), b.geometry().shape(edge));
      assertEquals(a.geometry().length(edge), b.geometry().length(edge));
      assertEquals(a.geometry().walkable(edge), b.geometry().walkable(edge));
      assertEquals(a.geometry().drivable(edge), b.geometry().drivable(edge));
      assertEquals(a.driving().forward(edge), b.driving().forward(edge));
      assertEquals(a.driving().backward(edge), b.driving().backward(edge));
    }
    for (int stop = 1; stop < first.stopPoints().size(); stop++) {
      DrivePath path = first.travelTimes().path(0, stop);
      DrivePath same = second.travelTimes().path(0, stop);
      assertEquals(path.size(), same.size());
      for (int piece = 0; piece < path.size(); piece++) {
        assertEquals(path.edge(piece), same.edge(piece));
        assertEquals(path.endMillis(piece), same.endMillis(piece));
      }
    }
  }

  @Test
  void readingTwiceGivesTheSameFile() throws IOException {
    new AreaCache(folder).network(pbf());
    byte[] first = Files.readAllBytes(files().get(0));
    Files.delete(files().get(0));
    new AreaCache(folder).network(pbf());
    assertArrayEquals(first, Files.readAllBytes(files().get(0)));
  }

  @Test
  void changedInputsAreNoticed() throws IOException {
    AreaCache cache = new AreaCache(folder.resolve("cache"));
    List<StopPoint> stopPoints = stopPoints(cache.network(pbf()));
    String print = AreaCache.fingerprint(pbf(), stopPoints, SETTINGS);
    assertEquals(64, print.length());
    assertEquals(print, AreaCache.fingerprint(pbf(), List.copyOf(stopPoints), SETTINGS));
    List<StopPoint> moved = new ArrayList<>(stopPoints);
    moved.set(0, new StopPoint("wet", "In the sea", new LatLon(37.8000001, 124.50)));
    assertNotEquals(print, AreaCache.fingerprint(pbf(), moved, SETTINGS));
    AreaSettings faster = new AreaSettings(1.3, 100, 300);
    assertNotEquals(print, AreaCache.fingerprint(pbf(), stopPoints, faster));
    Path other = SharedData.osm("baengnyeong_main.osm.pbf");
    assertNotEquals(print, AreaCache.fingerprint(other, stopPoints, SETTINGS));
    Path copy = folder.resolve("map.osm.pbf");
    Files.copy(pbf(), copy);
    cache.network(copy);
    assertEquals(1, imports());
    Files.delete(copy);
    Files.copy(other, copy);
    cache.network(copy);
    assertEquals(2, imports());
  }

  @Test
  void areaWithTurnsIsStoredBesideTheOther() throws IOException {
    AreaCache cache = new AreaCache(folder);
    List<StopPoint> stopPoints = stopPoints(cache.network(pbf()));
    ServiceArea free = cache.area(pbf(), stopPoints, SETTINGS);
    List<AreaSettings> others =
        List.of(
            SETTINGS.withTurns(TurnRules.DEFAULT),
            SETTINGS.withTurns(new TurnRules(30_000, KerbSide.LEFT)),
            SETTINGS.withTurns(new TurnRules(30_000, KerbSide.ANY)),
            SETTINGS.withTurns(new TurnRules(60_000, KerbSide.RIGHT)));
    for (AreaSettings settings : others) {
      ServiceArea first = cache.area(pbf(), stopPoints, settings);
      int files = files().size();
      ServiceArea second = cache.area(pbf(), stopPoints, settings);
      assertEquals(files, files().size());
      assertEquals(first.stopPoints(), second.stopPoints());
      assertEquals(first.drivingPositions(), second.drivingPositions());
      assertArrayEquals(first.matrix().cells(), second.matrix().cells());
      assertFalse(Arrays.equals(first.matrix().cells(), free.matrix().cells()));
      for (int stop = 1; stop < first.stopPoints().size(); stop++) {
        DrivePath path = second.travelTimes().path(0, stop);
        assertEquals(first.matrix().duration(0, stop), path.duration());
      }
    }
    // The free network and its area, two networks with turns, four areas with turns.
    assertEquals(8, files().size());
    assertEquals(1, imports());
  }

  @Test
  void damagedFilesAreReplacedWithAWarning() throws IOException {
    AreaCache cache = new AreaCache(folder);
    List<StopPoint> stopPoints = stopPoints(cache.network(pbf())).subList(1, 20);
    ServiceArea area = cache.area(pbf(), stopPoints, SETTINGS);
    List<Path> files = files();
    assertEquals(2, files.size());
    int warned = warnings().size();
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (int damage = 0; damage < 4; damage++) {
        byte[] bad = good.clone();
        switch (damage) {
          case 0 -> bad[bad.length / 2] ^= 1;
          case 1 -> bad = Arrays.copyOf(bad, bad.length - 5);
          case 2 -> bad = new byte[0];
          default -> bad[0] ^= 1;
        }
        Files.write(file, bad);
        ServiceArea again = cache.area(pbf(), stopPoints, SETTINGS);
        assertArrayEquals(area.matrix().cells(), again.matrix().cells());
        assertTrue(warnings().size() > warned, "no warning of damage " + damage);
        warned = warnings().size();
        assertArrayEquals(good, Files.readAllBytes(file));
      }
    }
    assertEquals(files, files());
  }

  @Test
  void halfWrittenFilesAreNotTakenForGoodOnes() throws IOException {
    AreaCache cache = new AreaCache(folder);
    Files.write(folder.resolve("unfinished-1.tmp"), new byte[100]);
    cache.network(pbf());
    assertEquals(1, imports());
    assertFalse(files().isEmpty());
  }
}
