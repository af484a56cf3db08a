package org.ieum.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many connections to one server, all served by the calling thread, so that sending and receiving
 * takes some microseconds of processor time and the machine is left to the server. A request that
 * finds no free connection waits in line; its time runs.
 */
final class HttpLines implements AutoCloseable {
  private final InetSocketAddress server;
  private final String head;
  private final int most;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final Deque<HttpLine> free = new ArrayDeque<>();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private int open;
  private int underWay;
  private int longestLine;
  private int vagueRefusals;

  /** Hears the answer to a request; status 0 when there is none. */
  @FunctionalInterface
  interface Listener {
    void hear(int status, String body);
  }

  /** A request as it goes over the wire. */
  record Request(String text, Listener listener) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * No connection yet.
   *
   * @param key sent with each request
   * @param most connections
   */
  HttpLines(InetSocketAddress server, String key, int most) throws IOException {
    this.server = server;
    this.most = most;
    head =
        " HTTP/1.1\r\nHost: "
            + server.getHostString()
            + ":"
            + server.getPort()
            + "\r\nAuthorization: Bearer "
            + key
            + "\r\nAccept: application/json\r\n";
    selector = Selector.open();
  }

  void get(String path, Listener listener) {
    send(new Request("GET " + path + head + "\r\n", listener));
  }

  /** Sends a command with a JSON body. */
  void post(String path, String body, @Nullable String idempotencyKey, Listener listener) {
    String key = idempotencyKey == null ? "" : "Idempotency-Key: " + idempotencyKey + "\r\n";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    send(
        new Request(
            "POST "
                + path
                + head
                + key
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n"
                + body,
            listener));
  }

  private void send(Request request) {
    underWay++;
    waiting.add(request);
    longestLine = Math.max(longestLine, waiting.size());
    sendWaiting();
  }

  private void sendWaiting() {
    while (!waiting.isEmpty() && (!free.isEmpty() || open < most)) {
      Request request = waiting.remove();
      HttpLine line = free.poll();
      try {
        if (line == null) {
          line = new HttpLine(server, selector);
          open++;
        }
        line.send(request);
      } catch (IOException e) {
        if (line != null) {
          line.take();
          drop(line);
        }
        end(request, 0, "");
      }
    }
  }

  /** Requests that have not been answered. */
  int underWay() {
    return underWay;
  }

  /** Most requests that ever waited for a connection. */
  int longestLine() {
    return longestLine;
  }

  /** Answers 503 that did not say when to ask again. */
  int vagueRefusals() {
    return vagueRefusals;
  }

  /** Receives until a time of {@link System#nanoTime}. */
  void serveUntil(long nanos) throws IOException {
    long left = nanos - System.nanoTime();
    do {
      long millis = TimeUnit.NANOSECONDS.toMillis(left);
      int ready = millis > 0 ? selector.select(millis) : selector.selectNow();
      if (ready > 0) {
        receive();
      } else if (millis == 0 && left > 0) {
        LockSupport.parkNanos(Math.min(left, 200_000));
      }
      left = nanos - System.nanoTime();
    } while (left > 0);
  }

  /** Waits so many milliseconds at most for something to come, and receives it. */
  void serve(long millis) throws IOException {
    if (selector.select(millis) > 0) {
      receive();
    }
  }

  private void receive() {
    Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
    while (keys.hasNext()) {
      HttpLine line = (HttpLine) keys.next().attachment();
      keys.remove();
      try {
        if (line.proceed(buffer)) {
          int status = line.status();
          String body = line.body();
          if (status == 503 && !line.hasRetryAfter()) {
            vagueRefusals++;
          }
          Request request = line.take();
          free.push(line);
          if (request != null) {
            end(request, status, body);
          }
        }
      } catch (IOException e) {
        Request request = line.take();
        drop(line);
        if (request != null) {
          end(request, 0, "");
        }
      }
    }
    sendWaiting();
  }

  private void drop(HttpLine line) {
    line.close();
    free.remove(line);
    open--;
  }

  private void end(Request request, int status, String body) {
    underWay--;
    request.listener().hear(status, body);
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      ((HttpLine) key.attachment()).close();
    }
    selector.close();
  }
}
