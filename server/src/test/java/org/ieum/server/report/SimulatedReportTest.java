package org.ieum.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.server.command.CommandLines;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of simulated days out of the ordinary, in a real browser. */
class SimulatedReportTest {
  @TempDir Path folder = Path.of("");

  private Path simulate(String name, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate", "--cache=" + folder.resolve("cache"), "--out=" + folder.resolve(name)));
    args.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int exitCode =
        CommandLines.run(
            new PrintWriter(new StringWriter()), new PrintWriter(err), args.toArray(new String[0]));
    assertEquals(0, exitCode, err::toString);
    return folder.resolve(name).resolve("report.html");
  }

  private static String open(Chromium browser, Path page) throws Exception {
    browser.open(page, 1280, 900, false);
    assertEquals("", browser.ask("document.body.dataset.error || ''").asText());
    assertEquals(List.of(), browser.faults());
    assertEquals(List.of(), browser.requests());
    assertEquals("true", browser.ask("document.body.dataset.ready").asText());
    String text = browser.ask("document.body.innerText").asText();
    assertFalse(text.contains("NaN") || text.contains("undefined"), text);
    return text;
  }

  @Test
  void reportsOfSmallNightlyAndFruitlessDaysOpen() throws Exception {
    Optional<Path> binary = Chromium.findBinary();
    Assumptions.assumeTrue(binary.isPresent(), "no chromium on the path, the page is not opened");
    String fruitless =
        "request_time,pickup_lat,pickup_lon,drop_off_lat,drop_off_lon\n08:00,56,11.95,57.7,11.9\n";
    Path day = Files.writeString(folder.resolve("day.csv"), fruitless);
    try (Chromium browser = new Chromium(binary.get())) {
      open(browser, simulate("single", "--requests=1", "--vehicles=1"));
      String night =
          open(browser, simulate("night", "--requests=80", "--start=22:00", "--end=26:00"));
      assertTrue(night.contains("22:00 to 26:00"), night);
      browser.ask("document.getElementById('time').focus()");
      browser.press("End", 35);
      String clock = browser.ask("document.getElementById('clock').textContent").asText();
      assertTrue(clock.contains("02:00"), clock);
      assertTrue(open(browser, simulate("none", "--demand=" + day)).contains("100"));
    }
  }
}
