package org.ieum.server.area;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ieum.model.LatLon;
import org.ieum.server.api.AreaView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.FareTableView;
import org.ieum.server.api.ImprovementView;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.ServiceView;
import org.ieum.server.api.StopView;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.StoredEvent;
import org.jspecify.annotations.Nullable;

/** A service area in operation. For any thread; nothing here touches the fleet but the writer. */
public interface Area {
  AreaView view();

  ServiceView service();

  /** What rides cost, if that is said. */
  Optional<FareTableView> findFares();

  List<StopView> stops();

  /** Whether a place lies within the area. */
  boolean contains(LatLon place);

  /** Whether the journal has been replayed and commands are taken. */
  boolean isReady();

  /** Whether it has failed for good: nothing but a new start helps. */
  boolean hasFailed();

  /** Commands that wait for the writer. */
  int queueLength();

  /** Checks and snaps on the caller's thread, then searches on the writer's. */
  CompletableFuture<QuoteView> quote(QuoteInput input);

  /**
   * Finds the best journeys on threads of its own.
   *
   * @throws org.ieum.server.api.Refusal also in the future: {@code INVALID}, {@code UNAVAILABLE}
   */
  CompletableFuture<JourneyList> journeys(JourneyInput input);

  /**
   * Asks the writer; nothing may change. Completes, also with a refusal, when all that was decided
   * before is on disk.
   *
   * @throws org.ieum.server.api.Refusal (in the future) as the task says; {@code UNAVAILABLE} when
   *     the queue is full, the area closes or its journal does not answer
   */
  <T> CompletableFuture<T> ask(AreaTask<T> task);

  /**
   * Lets the writer carry out a command; completes when all that it decided is on disk.
   *
   * @param key of the answer that is kept with the decision
   * @param render makes that answer, on the writer's thread
   */
  <T> CompletableFuture<T> order(
      AreaTask<T> task, @Nullable AnswerKey key, Function<T, KeptAnswer> render);

  /**
   * Closes roads and changes speeds: finds the roads on the caller's thread, prepares travel times
   * in the background and lets the writer put them in place; completes when that is on disk.
   *
   * @throws org.ieum.server.api.Refusal also in the future: {@code INVALID}, {@code UNAVAILABLE}
   */
  CompletableFuture<RoadSpeedsView> setRoadSpeeds(RoadSpeedsInput input);

  /**
   * Improves the routes at once instead of at the next look.
   *
   * @param nanos how long at most
   * @throws org.ieum.server.api.Refusal (in the future) {@code CONFLICT} when nothing improves the
   *     routes of this area, {@code UNAVAILABLE} when it closes
   */
  CompletableFuture<ImprovementView> improve(long nanos);

  /** The events on disk. */
  Journal journal();

  /** An event as clients see it. */
  EventView view(StoredEvent event);

  /** Events as they come to disk. */
  EventHub hub();

  /** Has a listener told of each look at the routes; of none when nothing improves them. */
  void onLook(Consumer<Look> listener);
}
