package org.ieum.osmdata.clip;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AreaOutlineTest {
  private static final String SQUARE = "[[0,0],[4,0],[4,2],[0,2],[0,0]]";
  private static final String HOLE = "[[1,0.5],[2,0.5],[2,1.5],[1,1.5],[1,0.5]]";

  @TempDir Path folder = Path.of("");

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("area.geojson"), json);
  }

  private Path polygon(String rings) throws IOException {
    return file("{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}");
  }

  @Test
  void boxContainsItsBorderAndNothingBeyond() {
    AreaOutline area = AreaOutline.parseBox("11.9, 57.6,12.1,57.8");
    assertTrue(area.contains(57.7, 12));
    assertTrue(area.contains(57.6, 11.9));
    assertFalse(area.contains(57.59, 12));
    assertFalse(area.contains(12, 57.7));
    assertEquals("11.90000,57.60000,12.10000,57.80000", area.toString());
  }

  @Test
  void boxFaultsSayTheValue() {
    assertFault(() -> AreaOutline.parseBox("1,2,3"), "minLon,minLat,maxLon,maxLat", "1,2,3");
    assertFault(() -> AreaOutline.parseBox("1,x,3,4"), "number 2", "'x'");
    assertFault(() -> AreaOutline.parseBox("1,NaN,3,4"), "latitudes");
    assertFault(() -> AreaOutline.parseBox("3,2,1,4"), "minLon must be < maxLon", "3.0 >= 1.0");
    assertFault(() -> AreaOutline.parseBox("1,4,3,4"), "minLat must be < maxLat", "4.0 >= 4.0");
    assertFault(() -> AreaOutline.parseBox("1,57,3,91"), "-90 to 90");
    assertFault(() -> AreaOutline.parseBox("1,57,181,58"), "-180 to 180");
  }

  @Test
  void polygonWithHole() throws IOException {
    AreaOutline area = AreaOutline.read(polygon(SQUARE + "," + HOLE));
    assertTrue(area.contains(1, 3));
    assertFalse(area.contains(1, 1.5));
    assertTrue(area.contains(0.5, 1.5), "the border of the hole belongs to the area");
    assertFalse(area.contains(3, 1));
  }

  @Test
  void featuresAndPartsAreJoined() throws IOException {
    String first = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[";
    String second =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[3,1],"
            + "[6,1],[6,3],[3,3],[3,1]]],[[[10,10],[11,10],[11,11],[10,10]]]]}}";
    AreaOutline area =
        AreaOutline.read(
            file(
                "{\"type\":\"FeatureCollection\",\"features\":["
                    + first
                    + SQUARE
                    + "]}},"
                    + second
                    + "]}"));
    assertTrue(area.contains(1, 1));
    assertTrue(area.contains(2, 5));
    assertTrue(area.contains(1.5, 3.5), "inside of both");
    assertTrue(area.contains(10.2, 10.5));
    assertFalse(area.contains(5, 5));
  }

  @Test
  void writtenAreaReadsBackTheSame() throws IOException {
    AreaOutline area = AreaOutline.read(polygon(SQUARE + "," + HOLE));
    Path copy = folder.resolve("copy.geojson");
    area.write(copy);
    assertEquals(area.outline(), AreaOutline.read(copy).outline());
  }

  @Test
  void wrongFilesAreNamed() throws IOException {
    assertFault(() -> AreaOutline.read(folder.resolve("no.geojson")), "no.geojson: no such file");
    Path broken = file("{\n\"type\": oops}");
    assertFault(() -> AreaOutline.read(broken), "area.geojson: line 2: is no JSON");
    Path empty = file("");
    assertFault(() -> AreaOutline.read(empty), "is empty");
    Path line = file("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}");
    assertFault(() -> AreaOutline.read(line), "must be Polygon or MultiPolygon", "'LineString'");
    Path none = file("{\"type\":\"FeatureCollection\",\"features\":[]}");
    assertFault(() -> AreaOutline.read(none), "has no Polygon");
    Path point =
        file(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[1,2]}}]}");
    assertFault(() -> AreaOutline.read(point), "feature 1", "'Point'");
  }

  @Test
  void wrongRingsAreNamed() throws IOException {
    Path bowTie = polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]");
    assertFault(() -> AreaOutline.read(bowTie), "polygon 1 crosses", "[1.0, 1.0]");
    Path open = polygon(SQUARE + ",[[1,1],[2,1],[2,1.5],[1,1.5]]");
    assertFault(
        () -> AreaOutline.read(open), "polygon 1 ring 2 is not closed", "[1.0, 1.0]", "[1.0, 1.5]");
    Path few = polygon("[[0,0],[1,1],[0,0]]");
    assertFault(() -> AreaOutline.read(few), "ring 1 must have >= 4 points, has 3");
    Path text = polygon("[[0,0],[1,\"x\"],[1,1],[0,0]]");
    assertFault(() -> AreaOutline.read(text), "ring 1 point 2", "\"x\"");
    Path outside = polygon(SQUARE + ",[[10,10],[11,10],[11,11],[10,10]]");
    assertFault(() -> AreaOutline.read(outside), "polygon 1", "Hole lies outside shell");
    Path noRing = polygon("");
    assertFault(() -> AreaOutline.read(noRing), "polygon 1 has no ring");
  }

  @Test
  void swappedCoordinatesOffTheEarthAreRecognised() throws IOException {
    Path seoul = polygon("[[37.5,126.9],[37.6,126.9],[37.6,127],[37.5,126.9]]");
    InputException thrown = assertThrows(InputException.class, () -> AreaOutline.read(seoul));
    assertEquals(4, thrown.count());
    assertTrue(thrown.faults().get(0).contains("point 1 is off the earth: [37.5,126.9]"));
    assertTrue(thrown.faults().get(0).endsWith("longitude and latitude look swapped"));
  }
}
