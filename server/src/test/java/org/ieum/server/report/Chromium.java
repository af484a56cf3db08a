package org.ieum.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A headless browser steered over its DevTools protocol, which can ask the page questions that its
 * content security policy would forbid to a script. One page, one thread.
 */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long TIMEOUT_SECONDS = 60;

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private int lastId;

  /** The browser's binary, if one is on the path. */
  static Optional<Path> findBinary() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path binary = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isExecutable(binary)) {
          return Optional.of(binary);
        }
      }
    }
    return Optional.empty();
  }

  Chromium(Path binary) throws Exception {
    profile = Files.createTempDirectory("report-browser");
    process =
        new ProcessBuilder(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = connect();
    call("Page.enable", Map.of());
    call("Runtime.enable", Map.of());
    call("Network.enable", Map.of());
    call("Log.enable", Map.of());
  }

  private WebSocket connect() throws Exception {
    Path portFile = profile.resolve("DevToolsActivePort");
    HttpClient client = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (System.nanoTime() < deadline && process.isAlive()) {
      Thread.sleep(50);
      if (!Files.exists(portFile) || Files.size(portFile) == 0) {
        continue;
      }
      String port = Files.readAllLines(portFile).get(0);
      URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
      String body =
          client
              .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      for (JsonNode target : JSON.readTree(body)) {
        if (target.path("type").asText().equals("page")) {
          URI page = URI.create(target.get("webSocketDebuggerUrl").asText());
          return client.newWebSocketBuilder().buildAsync(page, new Receiver()).join();
        }
      }
    }
    throw new IOException("the browser did not start");
  }

  /** Opens a page in a window of the given size and waits until it says how drawing went. */
  void open(Path file, int width, int height, boolean dark) throws Exception {
    faults.clear();
    requests.clear();
    resize(width, height);
    JsonNode scheme =
        JSON.createObjectNode()
            .put("name", "prefers-color-scheme")
            .put("value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", JSON.createArrayNode().add(scheme)));
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    String done = "document.body && (document.body.dataset.ready || document.body.dataset.error)";
    while (ask(done).isMissingNode() || ask(done).asText("").isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the page never said that it is ready; faults " + faults);
      }
      Thread.sleep(50);
    }
    Thread.sleep(300);
  }

  void resize(int width, int height) throws Exception {
    Map<String, Object> metrics =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600);
    call("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** The value of an expression in the page. */
  JsonNode ask(String expression) throws Exception {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** A key pressed and let go, as if by a person. */
  void press(String key, int code) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event =
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code);
      call("Input.dispatchKeyEvent", event);
    }
  }

  void mouse(String type, double x, double y, Map<String, Object> more) throws Exception {
    ObjectNode event = JSON.createObjectNode().put("type", type).put("x", x).put("y", y);
    more.forEach((name, value) -> event.set(name, JSON.valueToTree(value)));
    call("Input.dispatchMouseEvent", event);
  }

  /** The whole page, or what of it is in the window, as a PNG. */
  byte[] screenshot(boolean whole) throws Exception {
    Map<String, Object> how = Map.of("format", "png", "captureBeyondViewport", whole);
    return Base64.getDecoder().decode(call("Page.captureScreenshot", how).get("data").asText());
  }

  /** Exceptions and console errors since the page was opened. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Addresses asked for since the page was opened, but for the page itself. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private JsonNode call(String method, Object parameters) throws Exception {
    int id = ++lastId;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException("no answer to " + method);
      }
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.path("result");
      }
      note(answer);
    }
  }

  private void note(JsonNode event) {
    JsonNode params = event.path("params");
    String text = params.toString();
    switch (event.path("method").asText()) {
      case "Runtime.exceptionThrown" -> faults.add(text);
      case "Runtime.consoleAPICalled" -> {
        if (params.path("type").asText().equals("error")) {
          faults.add(text);
        }
      }
      case "Log.entryAdded" -> {
        if (params.path("entry").path("level").asText().equals("error")) {
          faults.add(text);
        }
      }
      case "Network.requestWillBeSent" -> {
        String url = params.path("request").path("url").asText();
        if (!params.path("type").asText().equals("Document") && !url.startsWith("data:")) {
          requests.add(url);
        }
      }
      default -> {
        // All other events are of no interest.
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join();
    try (var files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // The browser may still write while it ends; the folder is a temporary one.
    }
  }

  /** Puts the pieces of each message together. */
  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @org.jspecify.annotations.Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
