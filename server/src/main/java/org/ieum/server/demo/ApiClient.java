package org.ieum.server.demo;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, only so many at a time: what comes on top is not sent and gets {@link
 * Reply#NONE}, so that a slow server is not flooded. For any thread.
 */
final class ApiClient {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final DemoServer server;
  private final Semaphore free;

  /**
   * @param most requests that may be under way
   */
  ApiClient(DemoServer server, int most) {
    this.server = server;
    free = new Semaphore(most);
  }

  DemoServer server() {
    return server;
  }

  /** Whether another request would not be sent now. */
  boolean isBusy() {
    return free.availablePermits() == 0;
  }

  CompletableFuture<Reply> get(String path) {
    return send(request(path).GET().build());
  }

  CompletableFuture<Reply> post(String path, Object body) {
    return post(path, body, null);
  }

  /** Sends a command; its future never fails. */
  CompletableFuture<Reply> post(String path, Object body, @Nullable String idempotencyKey) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(DemoJson.text(body)));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request.build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("Accept", "application/json");
    authorize(request);
    return request;
  }

  private URI uri(String path) {
    return server.base().resolve(path);
  }

  private void authorize(HttpRequest.Builder request) {
    server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
  }

  private CompletableFuture<Reply> send(HttpRequest request) {
    if (!free.tryAcquire()) {
      return CompletableFuture.completedFuture(Reply.NONE);
    }
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .handle(
            (response, fault) -> {
              free.release();
              return response == null
                  ? Reply.NONE
                  : new Reply(response.statusCode(), DemoJson.tree(response.body()));
            });
  }

  /** Opens a stream of events, which goes on until somebody closes its body. */
  CompletableFuture<HttpResponse<InputStream>> stream(String path, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Accept", "text/event-stream").GET();
    authorize(request);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }
}
