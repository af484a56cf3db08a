package org.ieum.server.http;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ieum.server.api.EventView;
import org.ieum.server.area.EventHub;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who listens to events. The hub puts batches into a bounded queue, threads of the server write
 * them without ever blocking, and who does not read until the queue is full is cut off; they may
 * come back and say which event they saw last.
 */
final class EventStream implements WriteListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

  private final EventHub hub;
  private final long after;
  private final String vehicle;
  private final BlockingQueue<byte[]> queue;
  private final Executor threads;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Object writing = new Object();
  private @Nullable ServletOutputStream out;
  private @Nullable AsyncContext response;
  private volatile EventHub.@Nullable Subscription subscription;
  private boolean unflushed;
  private volatile boolean closed;
  private volatile Runnable ended = () -> {};

  EventStream(EventHub hub, long after, String vehicle, int buffer, Executor threads) {
    this.hub = hub;
    this.after = after;
    this.vehicle = vehicle;
    this.queue = new ArrayBlockingQueue<>(buffer);
    this.threads = threads;
  }

  boolean isOf(String vehicleId) {
    return vehicle.equals(vehicleId);
  }

  void onEnd(Runnable listener) {
    ended = listener;
  }

  /**
   * Begins with a response, which lasts until the stream ends. The library waits for a future that
   * never completes, and the response is ended here: it would go on with the request when that is
   * no longer there, as after a lost connection, and then never come to an end.
   */
  void open(Context ctx) {
    ctx.contentType(Answer.EVENTS);
    ctx.future(
        () -> {
          begin(ctx);
          return new CompletableFuture<>();
        });
  }

  private void begin(Context ctx) {
    long from = after;
    offer(HEARTBEAT);
    if (after + 1 < hub.oldest() || after > hub.last()) {
      from = hub.last();
      offer(reset(from));
    }
    try {
      ServletOutputStream stream = ctx.res().getOutputStream();
      synchronized (writing) {
        out = stream;
        response = ctx.req().getAsyncContext();
        stream.setWriteListener(this);
        subscription = hub.subscribe(from, this::tell);
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
    if (closed) {
      close();
    }
  }

  private static byte[] reset(long last) {
    String text = "id: " + last + "\nevent: reset\ndata: {\"last_event_id\":" + last + "}\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void tell(List<EventView> events) {
    StringBuilder text = new StringBuilder();
    for (EventView event : events) {
      Optional<EventView> seen = vehicle.isEmpty() ? Optional.of(event) : event.findFor(vehicle);
      if (seen.isPresent()) {
        text.append("id: ").append(event.eventId());
        text.append("\nevent: ").append(event.type());
        text.append("\ndata: ").append(Json.text(seen.get())).append("\n\n");
      }
    }
    if (!text.isEmpty()) {
      offer(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Says that the server is there, and finds out whether the listener is. */
  void beat() {
    offer(HEARTBEAT);
  }

  private void offer(byte[] bytes) {
    if (!queue.offer(bytes)) {
      close();
    } else if (scheduled.compareAndSet(false, true)) {
      try {
        threads.execute(this::drain);
      } catch (RejectedExecutionException e) {
        close();
      }
    }
  }

  @Override
  public void onWritePossible() {
    drain();
  }

  /** Writes as much as the connection takes; its own call comes when it takes more. */
  private void drain() {
    scheduled.set(false);
    synchronized (writing) {
      ServletOutputStream stream = out;
      try {
        while (stream != null && !closed && stream.isReady()) {
          byte[] next = queue.poll();
          if (next != null) {
            stream.write(next);
            unflushed = true;
          } else if (unflushed) {
            unflushed = false;
            stream.flush();
          } else {
            return;
          }
        }
      } catch (IOException | IllegalStateException e) {
        close();
      }
    }
  }

  @Override
  public void onError(Throwable fault) {
    close();
  }

  @Override
  public void close() {
    closed = true;
    ended.run();
    EventHub.Subscription told = subscription;
    if (told != null) {
      told.close();
    }
    try {
      // On a thread that may take its time.
      threads.execute(this::endResponse);
    } catch (RejectedExecutionException e) {
      endResponse();
    }
  }

  private void endResponse() {
    synchronized (writing) {
      AsyncContext open = response;
      response = null;
      try {
        if (open != null) {
          open.complete();
        }
      } catch (IllegalStateException e) {
        LOG.debug("a stream had ended before: {}", e.getMessage());
      }
    }
  }
}
