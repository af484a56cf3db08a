package org.ieum.server.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.model.Rejection;
import org.ieum.progress.ProgressLine;
import org.ieum.server.report.ReportWriter;
import org.ieum.simulation.KeyFigure;
import org.ieum.simulation.RequestLog;

/**
 * Writes a day to a folder: {@code kpis.json}, {@code requests.csv}, {@code vehicles.csv}, {@code
 * events.ndjson}, {@code report.html} and, where riders choose among journeys, {@code journeys.csv}
 * and {@code scooters.csv}. The same day gives the same bytes; nothing that depends on the machine
 * goes into the files.
 */
public final class DayFiles {
  public static final String KPIS = "kpis.json";
  public static final String REQUESTS = "requests.csv";
  public static final String VEHICLES = "vehicles.csv";
  public static final String EVENTS = "events.ndjson";

  /** Of days on which riders chose among journeys, as the next. */
  public static final String JOURNEYS = "journeys.csv";

  public static final String SCOOTERS = "scooters.csv";

  public static final String REPORT = "report.html";

  private DayFiles() {}

  /** Writes all files, over old ones. */
  public static void write(Day day, Path folder) throws IOException {
    Files.createDirectories(folder);
    boolean haveChosen = !day.result().journeys().journeys().isEmpty();
    try (ProgressLine progress = new ProgressLine("write", "files", haveChosen ? 7 : 5)) {
      Files.writeString(folder.resolve(KPIS), kpis(day), StandardCharsets.UTF_8);
      progress.add(1);
      RequestTable.write(day, folder.resolve(REQUESTS));
      progress.add(1);
      VehicleTable.write(day, folder.resolve(VEHICLES));
      progress.add(1);
      if (haveChosen) {
        JourneyTable.write(day, folder.resolve(JOURNEYS));
        ScooterTable.write(day, folder.resolve(SCOOTERS));
        progress.add(2);
      } else {
        Files.deleteIfExists(folder.resolve(JOURNEYS));
        Files.deleteIfExists(folder.resolve(SCOOTERS));
      }
      EventLog.write(day, folder.resolve(EVENTS));
      progress.add(1);
      ReportWriter.write(DayReport.of(day), folder.resolve(REPORT));
      progress.add(1);
    }
  }

  /** The settings and key figures of a day as one JSON object. */
  public static String kpis(Day day) {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    root.put("area", day.name()).put("date", day.date().toString());
    root.set("settings", mapper.valueToTree(day.settings()));
    ObjectNode kpis = root.putObject("kpis");
    ObjectNode units = root.putObject("units");
    for (KeyFigure figure : day.figures()) {
      if (Double.isFinite(figure.value())) {
        kpis.put(figure.name(), rounded(figure.value()));
      } else {
        kpis.putNull(figure.name());
      }
      units.put(figure.name(), figure.unit());
    }
    root.set("rejections", mapper.valueToTree(rejections(day)));
    try {
      return mapper.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("key figures cannot be written as JSON", e);
    }
  }

  /** Six decimals; not by Double.toString, whose last digits differ between versions of Java. */
  private static BigDecimal rounded(double value) {
    BigDecimal number =
        new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** Numbers of rejected requests by reason, in the order of reasons. */
  static Map<String, Integer> rejections(Day day) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (RequestLog request : day.result().requests()) {
      Rejection rejection = request.rejection();
      if (rejection != null) {
        reasons.merge(rejection.reason().code(), 1, Integer::sum);
      }
    }
    return reasons;
  }
}
