package org.ieum.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: it draws, answers to hand and key, fits, and asks for nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  /** Distinct colours on the map's canvas, and how many of its pixels are not the ground's. */
  private static final String PAINTED =
      """
      (() => {
        const canvas = document.getElementById('map-canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Map();
        for (let i = 0; i < data.length; i += 4) {
          const colour = (data[i] << 16) + (data[i + 1] << 8) + data[i + 2];
          seen.set(colour, (seen.get(colour) || 0) + 1);
        }
        return { colours: seen.size, drawn: data.length / 4 - Math.max(...seen.values()) };
      })()
      """;

  private @Nullable Chromium browser;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeAll
  void startBrowser() throws Exception {
    Optional<Path> binary = Chromium.findBinary();
    Assumptions.assumeTrue(binary.isPresent(), "no chromium on the path, the page is not opened");
    browser = new Chromium(binary.get());
  }

  @AfterAll
  void endBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Chromium open(ReportData data, int width, int height, boolean dark) throws Exception {
    if (browser == null) {
      throw new IllegalStateException("the browser was not started");
    }
    Path page = folder.resolve("report.html");
    ReportWriter.write(data, page);
    browser.open(page, width, height, dark);
    assertEquals("", browser.ask("document.body.dataset.error || ''").asText());
    assertEquals(List.of(), browser.faults());
    assertEquals(List.of(), browser.requests());
    assertEquals("true", browser.ask("document.body.dataset.ready").asText());
    return browser;
  }

  private static String text(Chromium page) throws Exception {
    return page.ask("document.body.innerText").asText();
  }

  private static void click(Chromium page, String id) throws Exception {
    page.ask("document.getElementById('" + id + "').click()");
  }

  private static JsonNode box(Chromium page, String id) throws Exception {
    return page.ask(
        "(({x, y, width, height}) => ({x, y, width, height}))(document.getElementById('"
            + id
            + "').getBoundingClientRect())");
  }

  @Test
  void aDayIsDrawnAndFitsAtEveryWidthInLightAndDark() throws Exception {
    ReportData day = SampleDay.town(7, 20, 8);
    for (int width : List.of(1280, 700, 390, 320)) {
      for (boolean dark : List.of(false, true)) {
        Chromium page = open(day, width, 844, dark);
        String what = width + (dark ? " dark" : " light");
        assertTrue(
            page.ask("document.documentElement.scrollWidth <= innerWidth").asBoolean(), what);
        JsonNode painted = page.ask(PAINTED);
        assertTrue(painted.get("colours").asInt() > 50, what + ": " + painted);
        assertTrue(painted.get("drawn").asInt() > 3000, what + ": " + painted);
        assertEquals(5, page.ask("document.querySelectorAll('.chart svg').length").asInt(), what);
        assertFalse(text(page).contains("NaN"), what);
        assertFalse(
            page.ask("document.querySelector('main').innerHTML.includes('\"NaN')").asBoolean(),
            what);
        assertFalse(
            page.ask("document.querySelector('main').innerHTML.includes('undefined')").asBoolean(),
            what);
      }
    }
  }

  @Test
  void theTableAndTheTilesSayTheFigures() throws Exception {
    String text = text(open(SampleDay.town(7, 12, 3), 1280, 900, false));
    for (String part :
        List.of("Sample town", "wait_average", "281.4", "d_p/d_t", "No-shows", "OpenStreetMap")) {
      assertTrue(text.contains(part), part);
    }
  }

  @Test
  void timeGoesOnWhilePlayingAndStandsWhenPaused() throws Exception {
    Chromium page = open(SampleDay.town(7, 12, 3), 1280, 900, false);
    double before = page.ask("Number(document.getElementById('time').value)").asDouble();
    click(page, "play");
    assertEquals("Pause", page.ask("document.getElementById('play').ariaLabel").asText());
    Thread.sleep(1500);
    click(page, "play");
    double paused = page.ask("Number(document.getElementById('time').value)").asDouble();
    assertTrue(paused > before, before + " to " + paused);
    Thread.sleep(300);
    assertEquals(
        paused, page.ask("Number(document.getElementById('time').value)").asDouble(), 1e-9);
  }

  @Test
  void theSliderAnswersToKeysAndTheMapFollows() throws Exception {
    Chromium page = open(SampleDay.town(7, 12, 3), 1280, 900, false);
    page.ask("document.getElementById('time').focus()");
    page.press("Home", 36);
    assertEquals("05:30", page.ask("document.getElementById('clock').textContent").asText());
    page.press("ArrowRight", 39);
    assertEquals("05:31", page.ask("document.getElementById('clock').textContent").asText());
    assertEquals("05:31", page.ask("document.getElementById('time').ariaValueText").asText());
    page.press("End", 35);
    assertEquals("23:30", page.ask("document.getElementById('clock').textContent").asText());
  }

  @Test
  void theMapZoomsAndGoesBack() throws Exception {
    Chromium page = open(SampleDay.town(7, 12, 3), 1280, 900, false);
    String scale = "document.getElementById('scale-text').textContent";
    String home = page.ask(scale).asText();
    page.ask("document.getElementById('map').scrollIntoView()");
    JsonNode box = box(page, "map");
    double x = box.get("x").asDouble() + 300;
    double y = box.get("y").asDouble() + 200;
    for (int i = 0; i < 10; i++) {
      page.mouse("mouseWheel", x, y, Map.of("deltaX", 0, "deltaY", -240));
    }
    Thread.sleep(400);
    assertNotEquals(home, page.ask(scale).asText());
    page.mouse("mousePressed", x, y, Map.of("button", "left", "clickCount", 1));
    page.mouse("mouseMoved", x + 90, y + 40, Map.of("button", "left", "buttons", 1));
    page.mouse("mouseReleased", x + 90, y + 40, Map.of("button", "left", "clickCount", 1));
    assertTrue(page.ask(PAINTED).get("colours").asInt() > 10);
    page.ask("document.getElementById('map-canvas').focus()");
    page.press("0", 48);
    Thread.sleep(200);
    assertEquals(home, page.ask(scale).asText());
    assertEquals(List.of(), page.faults());
  }

  @Test
  void hostileTextsAreShownAndDoNothing() throws Exception {
    Chromium page = open(EdgeDays.hostile(), 390, 844, false);
    assertTrue(text(page).contains("<script>alert(1)</script>"));
    assertEquals(0, page.ask("document.querySelectorAll('img, main script').length").asInt());
    assertTrue(page.ask("document.documentElement.scrollWidth <= innerWidth").asBoolean());
  }

  @Test
  void theTipNamesTheStopUnderThePointer() throws Exception {
    Chromium page = open(EdgeDays.hostile(), 1280, 900, false);
    page.ask("document.getElementById('time').focus()");
    page.press("End", 35);
    page.ask("document.getElementById('map').scrollIntoView()");
    Thread.sleep(200);
    String tip =
        page.ask(
                """
                (() => {
                  const canvas = document.getElementById('map-canvas');
                  const tip = document.getElementById('map-tip');
                  const box = canvas.getBoundingClientRect();
                  for (let y = box.top; y < box.bottom; y += 4) {
                    for (let x = box.left; x < box.right; x += 4) {
                      const at = { clientX: x, clientY: y, pointerId: 1 };
                      canvas.dispatchEvent(new PointerEvent('pointermove', at));
                      if (!tip.hidden && tip.textContent.includes('boarded')
                          && tip.textContent.includes('alert(1)')) return tip.innerText;
                    }
                  }
                  return '';
                })()
                """)
            .asText();
    assertTrue(tip.contains("<script>alert(1)</script>"), tip);
    assertTrue(tip.contains("1 rider boarded"), tip);
    assertTrue(tip.contains("0 riders got off"), tip);
  }

  @Test
  void emptyDaysSaySo() throws Exception {
    Chromium page = open(EdgeDays.empty(), 390, 844, true);
    String text = text(page);
    for (String part :
        List.of(
            "There is nothing to draw",
            "No rider was served",
            "No vehicle was on duty",
            "Nobody asked for a ride",
            "No request was rejected",
            "0 vehicles out")) {
      assertTrue(text.contains(part), part + " is missing in " + text);
    }
    assertFalse(text.contains("NaN"));
  }

  @Test
  void aDayPastMidnightWithNobodyServedIsDrawn() throws Exception {
    Chromium page = open(EdgeDays.nobodyServed(), 390, 844, false);
    String text = text(page);
    assertTrue(text.contains("1 vehicle out"), text);
    assertTrue(text.contains("No rider was served"), text);
    assertFalse(text.contains("NaN"), text);
    assertFalse(page.ask("document.querySelector('main').innerHTML.includes('\"NaN')").asBoolean());
    page.ask("document.getElementById('time').focus()");
    page.press("End", 35);
    assertEquals("02:00", page.ask("document.getElementById('clock').textContent").asText());
  }
}
