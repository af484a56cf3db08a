package org.ieum.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.ieum.model.LatLon;
import org.ieum.server.report.VehicleDay.TrackPoint;
import org.ieum.simulation.KeyFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @Test
  void theSameDataGiveTheSameBytesAndOtherDataOthers(@TempDir Path folder) throws Exception {
    Path first = folder.resolve("first.html");
    Path second = folder.resolve("second.html");
    ReportWriter.write(SampleDay.town(1, 8, 3), first);
    ReportWriter.write(SampleDay.town(1, 8, 3), second);
    assertEquals(-1, Files.mismatch(first, second));
    assertNotEquals(Files.readString(first), ReportWriter.html(SampleDay.town(2, 8, 3)));
  }

  @Test
  void whateverTextComesInStaysText() {
    String page = ReportWriter.html(EdgeDays.hostile());
    // The template's own: data and script, each opened and closed once, and one style.
    assertEquals(2, count(page, "<script"));
    assertEquals(2, count(page, "</script"));
    assertEquals(1, count(page, "</style"));
    assertFalse(page.contains("<img"), "markup of a text must not become markup of the page");
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertEquals(
        EdgeDays.HOSTILE,
        data(page).at("/stops/0/4").asText(),
        "the script gets the text as it is");
  }

  @Test
  void placeholdersInTextsAreNotFilled() {
    assertTrue(ReportWriter.html(EdgeDays.hostile()).contains("{{script}}"));
    assertFalse(
        Pattern.compile("\\{\\{\\w+}}").matcher(ReportWriter.html(EdgeDays.empty())).find(),
        "every placeholder of the template has a value");
  }

  @Test
  void nothingIsFetchedFromAnywhere() {
    String page = ReportWriter.html(SampleDay.town(1, 8, 3));
    assertTrue(page.contains("default-src 'none'"));
    // The namespace of SVG is a name, not an address.
    String rest = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(Pattern.compile("https?://|src=\"|@import|url\\(").matcher(rest).find());
  }

  @Test
  void anEmptyDayHasNoOddNumbers() {
    String page = ReportWriter.html(EdgeDays.empty());
    String texts =
        page.substring(0, page.indexOf("<script")).replaceAll("(?s)<style>.*?</style>", "");
    assertFalse(texts.contains("NaN"));
    assertFalse(texts.contains("Infinity"));
    assertTrue(texts.contains("No key figures were given."));
    assertEquals(0, data(page).at("/waiting/size").asInt(-1));
    assertFalse(data(page).toString().contains("NaN"));
  }

  @Test
  void aFigureWithNothingToMeasureIsADash() {
    KeyFigure figure = new KeyFigure("Riders", "wait_average", "Wait", Double.NaN, "s", "", true);
    assertTrue(KeyFigureView.tiles(List.of(figure)).contains("<strong>–</strong>"));
    assertTrue(KeyFigureView.tables(List.of(figure)).contains("<td class=\"number\">–</td>"));
  }

  @Test
  void tracksAndRoadsCanBeReadBack() {
    ReportData day = SampleDay.town(3, 8, 2);
    JsonNode data = data(ReportWriter.html(day));
    for (int v = 0; v < day.vehicles().size(); v++) {
      List<TrackPoint> track = day.vehicles().get(v).track();
      JsonNode written = data.get("vehicles").get(v).get("track");
      int time = 0;
      int north = data.at("/bounds/0").asInt();
      int east = data.at("/bounds/1").asInt();
      int next = 0;
      for (int i = 0; i < written.size(); i += 3) {
        time += written.get(i).asInt();
        north += written.get(i + 1).asInt();
        east += written.get(i + 2).asInt();
        LatLon place = new LatLon(north / 1e5, east / 1e5);
        while (next < track.size() && !matches(track.get(next), time, place)) {
          next++;
        }
        assertTrue(next < track.size(), "point " + i / 3 + " of vehicle " + v + " is made up");
      }
      assertEquals(track.size() - 1, lastIndex(track, next), "the track's end is kept");
    }
    assertEquals(
        day.roads().size(),
        data.at("/roads/main").size()
            + data.at("/roads/minor").size()
            + data.at("/roads/path").size());
  }

  private static boolean matches(TrackPoint point, int seconds, LatLon place) {
    return Math.abs(point.time() / 1000.0 - seconds) <= 0.5 && point.place().metresTo(place) < 1.2;
  }

  /** The last index whose point is the same place and second as the one given. */
  private static int lastIndex(List<TrackPoint> track, int from) {
    int last = from;
    while (last + 1 < track.size() && track.get(last + 1).time() - track.get(from).time() < 500) {
      last++;
    }
    return last;
  }

  @Test
  void aCityStaysSmall() {
    // As many roads as Gothenburg, and 20 vehicles that never rest.
    ReportData city = SampleDay.town(5, 96, 20);
    assertTrue(city.roads().size() > 20_000, "roads: " + city.roads().size());
    int bytes = ReportWriter.html(city).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 6_000_000, "bytes: " + bytes);
  }

  @Test
  void recordsRefuseWhatCannotBeShown() {
    assertEquals(
        "times of vehicle b must ascend, were 5 > 4",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new VehicleDay(
                        "b",
                        8,
                        List.of(
                            new TrackPoint(5, new LatLon(0, 0)),
                            new TrackPoint(4, new LatLon(0, 0))),
                        List.of()))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new Road(Road.Kind.MAIN, List.of(new LatLon(0, 0))));
    assertThrows(IllegalArgumentException.class, () -> new OccupancyBin(3, 3, 0, 0, List.of()));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  static JsonNode data(String page) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    try {
      return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
