package org.ieum.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.ieum.server.api.RateView;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.ServiceView;
import org.ieum.server.api.StopView;
import org.ieum.server.api.TariffView;
import org.ieum.server.area.Area;
import org.ieum.server.area.AreaTask;
import org.ieum.server.area.Look;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.StoredEvent;
import org.jspecify.annotations.Nullable;

/** An area with a writer's thread, and nothing on disk. */
final class FakeArea implements Area, AutoCloseable {
  final FakeDesk desk;
  final FakeJournal journal = new FakeJournal();
  final FakeHub hub = new FakeHub();
  final AtomicInteger orders = new AtomicInteger();

  /** Orders that have come, even if they wait at the gate. */
  final AtomicInteger came = new AtomicInteger();

  final AtomicInteger quotes = new AtomicInteger();

  /** Orders wait for it. */
  volatile CompletableFuture<Boolean> gate = CompletableFuture.completedFuture(true);

  volatile boolean ready = true;
  volatile boolean failed;
  private final String id;
  private final double minLat;
  private final ExecutorService writer = Executors.newSingleThreadExecutor();

  /** One degree from south to north. */
  FakeArea(String id, double minLat) {
    this.id = id;
    this.minLat = minLat;
    desk = new FakeDesk(id);
  }

  void event(String type, @Nullable String booking, @Nullable String vehicle, String data) {
    hub.add(view(journal.add(type, booking, vehicle, data)));
  }

  @Override
  public AreaView view() {
    return new AreaView(id, "Area " + id, "Asia/Seoul", minLat, 126, minLat + 1, 128, 2, 2);
  }

  @Override
  public ServiceView service() {
    return new ServiceView("standard", id, "Standard", 600, 1.5, 300, 60, 0, 86_400, 500);
  }

  @Override
  public Optional<FareTableView> findFares() {
    RateView rate = new RateView(null, 1_800L, 7_000, 100L, 1_000);
    RateView half = new RateView(50, null, null, null, null);
    TariffView tariff = new TariffView("standard", "distance", rate, rate, half, null, null);
    return Optional.of(new FareTableView(id, "KRW", 10, List.of(tariff), List.of(), List.of()));
  }

  @Override
  public List<StopView> stops() {
    return List.of(desk.reopenStop("s1"), desk.reopenStop("s2"));
  }

  @Override
  public boolean contains(LatLon place) {
    return place.lat() >= minLat && place.lat() < minLat + 1;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public int queueLength() {
    return 0;
  }

  @Override
  public CompletableFuture<QuoteView> quote(QuoteInput input) {
    return CompletableFuture.supplyAsync(() -> answer(input, quotes.incrementAndGet()), writer);
  }

  private QuoteView answer(QuoteInput input, int number) {
    String quoteId = id + "-q" + number + "-" + input.riderId();
    boolean within = contains(new LatLon(input.pickupLat(), input.pickupLon()));
    return within
        ? new QuoteView(
            quoteId, id, FakeDesk.TIME, List.of(FakeDesk.offer(id + "-o1")), null, null, List.of())
        : new QuoteView(quoteId, id, null, List.of(), "out_of_area", "not here", List.of());
  }

  @Override
  public CompletableFuture<JourneyList> journeys(JourneyInput input) {
    return CompletableFuture.completedFuture(
        new JourneyList(id, "KRW", List.of(FakeDesk.journey(id + "-j-" + input.riderId())), null));
  }

  @Override
  public <T> CompletableFuture<T> ask(AreaTask<T> task) {
    return CompletableFuture.supplyAsync(() -> task.run(desk), writer);
  }

  @Override
  public <T> CompletableFuture<T> order(
      AreaTask<T> task, @Nullable AnswerKey key, Function<T, KeptAnswer> render) {
    came.incrementAndGet();
    return gate.thenApplyAsync(
        open -> {
          orders.incrementAndGet();
          T answer = task.run(desk);
          if (key != null) {
            journal.keep(render.apply(answer));
          }
          return answer;
        },
        writer);
  }

  @Override
  public CompletableFuture<RoadSpeedsView> setRoadSpeeds(RoadSpeedsInput input) {
    return order(task -> desk.setRoadSpeeds(input), null, view -> null);
  }

  @Override
  public CompletableFuture<ImprovementView> improve(long nanos) {
    int seconds = (int) (nanos / 1_000_000_000);
    return CompletableFuture.completedFuture(new ImprovementView(seconds, 1, 0, 60_000, true));
  }

  @Override
  public FakeJournal journal() {
    return journal;
  }

  @Override
  public EventView view(StoredEvent stored) {
    return new EventView(
        stored.event().seq(),
        id,
        Instant.ofEpochMilli(stored.event().time()).atOffset(ZoneOffset.UTC),
        stored.event().type(),
        stored.event().booking(),
        stored.event().vehicle(),
        Json.tree(stored.event().data().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public FakeHub hub() {
    return hub;
  }

  @Override
  public void onLook(Consumer<Look> listener) {
    // Nothing looks at the routes.
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
