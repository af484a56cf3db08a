package org.ieum.server.area;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.traveltime.NewTravelTimes;
import org.ieum.traveltime.TimesSnapshot;

/**
 * Changes how roads are driven while dispatch goes on: one thread beside the writer's prepares one
 * change after the other, and the writer only puts it in place. Of two that come at once, the later
 * holds in the end. For any thread.
 */
final class RoadChanges implements AutoCloseable {
  private static final int MOST_WAITING = 8;

  private final AreaWriter writer;
  private final Desk desk;
  private final RoadFinder finder;
  private final ThreadPoolExecutor thread;

  RoadChanges(AreaWriter writer, Desk desk) {
    this.writer = writer;
    this.desk = desk;
    finder = new RoadFinder(desk.setup.map().network());
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            AreaWriter.named("roads-" + desk.setup.id()));
  }

  /**
   * Closes roads and changes speeds; completes when that is on disk.
   *
   * @throws Refusal when the input makes no sense
   */
  CompletableFuture<RoadSpeedsView> put(RoadSpeedsInput input) {
    RoadSpeeds asked = new RoadSpeeds(finder.find(input.speeds()), input.reason(), 0);
    CompletableFuture<RoadSpeedsView> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> change(asked, answer));
    } catch (RejectedExecutionException e) {
      String area = desk.setup.id();
      throw Refusal.unavailable(
          thread.isShutdown()
              ? "area " + area + " is not in operation"
              : "area " + area + " has " + MOST_WAITING + " changes of roads waiting");
    }
    return answer;
  }

  /** On the thread of this; ends when the writer has put the change in place. */
  private void change(RoadSpeeds asked, CompletableFuture<RoadSpeedsView> answer) {
    try {
      Optional<TimesSnapshot> before = writer.ask(unused -> desk.roads.begin(asked, desk)).join();
      CompletableFuture<RoadSpeedsView> done =
          before.isPresent() ? order(before.get(), asked) : writer.ask(AreaDesk::roadSpeeds);
      done.whenComplete(
              (view, fault) -> {
                if (fault == null) {
                  answer.complete(view);
                } else {
                  answer.completeExceptionally(fault);
                }
              })
          .join();
    } catch (CompletionException e) {
      answer.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      throw e;
    }
  }

  private CompletableFuture<RoadSpeedsView> order(TimesSnapshot before, RoadSpeeds asked) {
    NewTravelTimes next = before.prepare(desk.roads.metric(asked));
    return writer.order(unused -> desk.roads.adopt(next, asked, desk), null);
  }

  /** Takes no more; what waits is refused by the writer. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
