package org.ieum.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ieum.server.Streets;
import org.ieum.server.area.LiveArea;
import org.ieum.server.http.HttpServer;
import org.ieum.server.http.HttpSettings;
import org.ieum.server.http.OpenKeys;
import org.ieum.server.journal.JournalStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for operators is true of the server. */
final class OperationsFilesTest {
  private static final Path FOLDER = Path.of("operations");
  private static final Path ALERTS = FOLDER.resolve("prometheus/alerts.yml");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name in an expression, perhaps with what must be true of its labels. */
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:ieum|jvm|process|system)_[a-z0-9_]+)\\b(?:\\{([^}]*)})?");

  private static final Pattern LABEL = Pattern.compile("([a-z_]+)(=~|!=|!~|=)\"");

  @TempDir private Path folder;

  private static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : YAML.readTree(Files.readString(ALERTS)).path("groups")) {
      group.path("rules").forEach(rules::add);
    }
    assertFalse(rules.isEmpty());
    return rules;
  }

  private static List<String> expressions() throws IOException {
    List<String> found = new ArrayList<>();
    rules().forEach(rule -> found.add(rule.path("expr").asText()));
    int alerts = found.size();
    JsonNode dashboard = JSON.readTree(Files.readString(FOLDER.resolve("grafana/dashboard.json")));
    for (JsonNode panel : dashboard.path("panels")) {
      panel.path("targets").forEach(target -> found.add(target.path("expr").asText()));
    }
    for (JsonNode variable : dashboard.path("templating").path("list")) {
      found.add(variable.path("query").path("query").asText());
    }
    assertTrue(found.size() > alerts + 20, "the dashboard shows something");
    return found;
  }

  @Test
  void everyMetricIsOneOfTheServers() throws Exception {
    Map<String, Set<String>> labels = new HashMap<>();
    Served served = served();
    for (String line : served.metrics().lines().filter(line -> !line.startsWith("#")).toList()) {
      String name = line.replaceFirst("[{ ].*", "");
      Set<String> of = labels.computeIfAbsent(name, unused -> new HashSet<>());
      Matcher label = LABEL.matcher(line);
      while (label.find()) {
        of.add(label.group(1));
      }
    }
    int count = 0;
    for (String expression : expressions()) {
      Matcher metric = METRIC.matcher(expression);
      while (metric.find()) {
        Set<String> known = labels.get(metric.group(1));
        assertTrue(known != null, metric.group(1) + " is not at /metrics, in " + expression);
        Matcher label = LABEL.matcher(String.valueOf(metric.group(2)));
        while (label.find()) {
          assertTrue(
              known.contains(label.group(1)),
              metric.group(1) + " has no label " + label.group(1) + ", in " + expression);
        }
        count++;
      }
    }
    assertTrue(count > 40, "names found: " + count);
    checkRunbook(labels.keySet(), JSON.readTree(served.description()).path("paths"));
  }

  /** Names of figures and of what can be asked for, wherever the runbook has them. */
  private static void checkRunbook(Set<String> metrics, JsonNode paths) throws IOException {
    String runbook = Files.readString(FOLDER.resolve("runbook.md"));
    Matcher metric = Pattern.compile("\\bieum_[a-z_]+").matcher(runbook);
    int count = 0;
    for (; metric.find(); count++) {
      String name = metric.group();
      assertTrue(
          metrics.stream().anyMatch(known -> known.startsWith(name)), name + " is not at /metrics");
    }
    assertTrue(count > 5, "figures found: " + count);
    Set<String> known = new HashSet<>();
    paths
        .fieldNames()
        .forEachRemaining(
            path -> {
              String plain = path.replaceAll("\\{[^}]*}", "{id}");
              paths.path(path).fieldNames().forEachRemaining(verb -> known.add(verb + ' ' + plain));
            });
    Matcher call = Pattern.compile("(GET|POST|PUT|DELETE) (/[a-z0-9_/{}]+)").matcher(runbook);
    for (count = 0; call.find(); count++) {
      String wanted = call.group(1).toLowerCase(Locale.ROOT) + ' ' + call.group(2);
      assertTrue(known.contains(wanted), wanted + " is not what a server does");
    }
    assertTrue(count > 5, "calls found: " + count);
    Matcher asked = Pattern.compile("localhost:8080(/[a-z0-9_/A-Z]+)").matcher(runbook);
    for (count = 0; asked.find(); count++) {
      String wanted = ' ' + asked.group(1).replace("ID", "{id}");
      assertTrue(known.stream().anyMatch(k -> k.endsWith(wanted)), wanted);
    }
    assertTrue(count > 5, "addresses found: " + count);
  }

  /** What a server shows and says of itself. */
  private record Served(String metrics, String description) {}

  /** After a quote. */
  private Served served() throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (JournalStore store = JournalStore.open("jdbc:sqlite:" + folder.resolve("ieum.db"))) {
      ServerFigures.bind(registry, store);
      LiveArea area = Streets.open(store, Clock.systemUTC(), "a");
      try (HttpServer server =
          HttpServer.start(
              HttpSettings.of("127.0.0.1", 0),
              List.of(area),
              new OpenKeys(),
              StoredRiders.of(store),
              registry)) {
        String url = "http://127.0.0.1:" + server.port();
        String quote =
            send(
                HttpRequest.newBuilder(URI.create(url + "/v1/quotes"))
                    .POST(
                        BodyPublishers.ofString(
                            "{\"pickup_lat\":57.7005,\"pickup_lon\":11.97,"
                                + "\"drop_off_lat\":57.708,\"drop_off_lon\":11.985}")));
        assertTrue(quote.contains("offer_id"), quote);
        HttpRequest.Builder metrics = HttpRequest.newBuilder(URI.create(url + "/metrics"));
        String first = send(metrics);
        assertTrue(first.contains("ieum_area_ready"), first);
        String description = send(HttpRequest.newBuilder(URI.create(url + "/openapi.json")));
        return new Served(afterCollecting(metrics), description);
      } finally {
        area.close();
      }
    }
  }

  /** Pauses of collecting garbage are known when there was one, a moment later. */
  private static String afterCollecting(HttpRequest.Builder metrics) throws Exception {
    String text = "";
    for (int i = 0; i < 50 && !text.contains("jvm_gc_pause_seconds_max"); i++) {
      System.gc();
      Thread.sleep(100);
      text = send(metrics);
    }
    return text;
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.header("Content-Type", "application/json").build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void everyAlertIsWhole() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode rule : rules()) {
      String name = rule.path("alert").asText();
      assertTrue(names.add(name), name + " is there twice");
      assertFalse(rule.path("expr").asText().isBlank(), name);
      assertTrue(Set.of("critical", "warning").contains(rule.at("/labels/severity").asText()));
      assertFalse(rule.at("/annotations/summary").asText().isBlank(), name);
      assertEquals(
          "runbook.md#" + name.toLowerCase(Locale.ROOT), rule.at("/annotations/runbook").asText());
      assertTrue(rule.path("for").asText("0s").matches("\\d+[smh]"), name);
    }
  }

  @Test
  void everyAlertHasASectionAndTheOtherWayRound() throws IOException {
    Set<String> alerts = new TreeSet<>();
    rules().forEach(rule -> alerts.add(rule.path("alert").asText()));
    String runbook = Files.readString(FOLDER.resolve("runbook.md"));
    Set<String> sections = new TreeSet<>();
    for (String section : runbook.split("\n## ", -1)) {
      String title = section.lines().findFirst().orElse("");
      if (title.startsWith("Ieum")) {
        sections.add(title);
        for (String part : List.of("**Means**", "**Shows**", "**Do**", "**Ends**")) {
          assertTrue(section.contains(part), title + " has no " + part);
        }
      }
    }
    assertEquals(alerts, sections);
    Matcher link = Pattern.compile("\\(#(ieum[a-z]+)\\)").matcher(runbook);
    while (link.find()) {
      String anchor = link.group(1);
      assertTrue(alerts.stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(anchor)), anchor);
    }
  }

  @Test
  void prometheusTakesTheRules() throws Exception {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool"))),
        "no promtool on the PATH");
    Process check =
        new ProcessBuilder("promtool", "check", "rules", ALERTS.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);
    assertTrue(check.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, check.exitValue(), said);
  }

  @Test
  void theOtherFilesParse() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> yaml = files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList();
      assertTrue(yaml.size() >= 4, yaml.toString());
      for (Path file : yaml) {
        assertTrue(read(file).isObject(), file.toString());
      }
    }
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
