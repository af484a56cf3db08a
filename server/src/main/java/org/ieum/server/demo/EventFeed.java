package org.ieum.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ieum.server.api.EventView;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the events of an area on a thread of its own. Where the connection is lost it comes
 * back and goes on behind the last event that it has seen.
 */
final class EventFeed implements AutoCloseable {
  private static final long PAUSE_MS = 500;

  private final ApiClient client;
  private final String path;
  private final Consumer<EventView> listener;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable InputStream stream;
  private String lastId = "";

  EventFeed(ApiClient client, Consumer<EventView> listener) {
    this.client = client;
    this.listener = listener;
    path = "/v1/events?area_id=" + client.server().areaId();
    thread = new Thread(this::listen, "demo-events");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void listen() {
    while (!isClosing(0)) {
      try {
        read();
      } catch (IOException | CompletionException e) {
        // The server is away; the next try may find it.
      }
      if (isClosing(PAUSE_MS)) {
        return;
      }
    }
  }

  private boolean isClosing(long within) {
    try {
      return closing.await(within, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void read() throws IOException {
    HttpResponse<InputStream> response = client.stream(path, lastId).join();
    try (InputStream body = response.body()) {
      stream = body;
      if (response.statusCode() != 200 || isClosing(0)) {
        return;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
      String type = "";
      String id = lastId;
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          lastId = id;
          tell(type, data.toString());
          type = "";
          data.setLength(0);
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        }
      }
    }
  }

  /** Passes an event on; a reset tells only that some were missed. */
  private void tell(String type, String data) {
    JsonNode tree = DemoJson.tree(data);
    if (!type.equals("reset") && tree.hasNonNull("event_id")) {
      listener.accept(DemoJson.read(tree, EventView.class));
    }
  }

  @Override
  public void close() {
    closing.countDown();
    InputStream open = stream;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }
}
