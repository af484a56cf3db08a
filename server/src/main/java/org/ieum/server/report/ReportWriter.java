package org.ieum.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the report of a simulated day as one page that needs no network: style, script and data
 * are inside it. Texts and tables are written here, so the page says its numbers without a script
 * too; the script draws the map and the charts. A content security policy admits only that script
 * and that style, by their hashes, and no request to anywhere.
 */
public final class ReportWriter {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
  private static final List<String> SCRIPTS =
      List.of(
          "base.js",
          "charts.js",
          "camera.js",
          "fleet.js",
          "map.js",
          "hand.js",
          "player.js",
          "page.js");

  private ReportWriter() {}

  /**
   * Writes the page to a file, replacing one that is there.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(ReportData data, Path file) throws IOException {
    Files.writeString(file, html(data));
  }

  /** The page. The same data give the same text. */
  public static String html(ReportData data) {
    try {
      return page(data);
    } catch (IOException e) {
      // Only resources of this jar are read and only memory is written to.
      throw new UncheckedIOException(e);
    }
  }

  private static String page(ReportData data) throws IOException {
    LoadBands bands = LoadBands.of(data);
    Rejections rejections = Rejections.of(data.rejections());
    Distribution waiting = Distribution.of(data.waitingTimes());
    Distribution riding = Distribution.of(data.ridingTimes());
    ReportTables tables = new ReportTables(data);
    String style = resource("report.css");
    StringBuilder script = new StringBuilder("'use strict';\n");
    for (String name : SCRIPTS) {
      script.append(resource(name));
    }

    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Html.text(data.title()));
    values.put("subtitle", Html.text(data.subtitle()));
    values.put("attribution", Html.text(data.attribution()));
    values.put("zone", Html.text(data.zone()));
    values.put("tiles", KeyFigureView.tiles(data.keyFigures()));
    values.put("figures", KeyFigureView.tables(data.keyFigures()));
    values.put("stopsTable", tables.busiestStops());
    values.put("waitingTable", tables.distribution("Waiting time", waiting));
    values.put("ridingTable", tables.distribution("Riding time", riding));
    values.put("occupancyTable", tables.occupancy(bands));
    values.put("requestsTable", tables.requests());
    values.put("rejectionsTable", tables.rejections(rejections));
    values.put("style", style);
    values.put("styleHash", hash(style));
    values.put("script", script.toString());
    values.put("scriptHash", hash(script.toString()));
    values.put("data", ReportJson.of(data, bands, rejections, waiting, riding));
    return fill(resource("report.html"), values);
  }

  /** Puts the values in, each as it is: a value that looks like a placeholder stays. */
  private static String fill(String template, Map<String, String> values) {
    StringBuilder page = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        throw new IllegalStateException("no value for placeholder " + matcher.group());
      }
      matcher.appendReplacement(page, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(page).toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
