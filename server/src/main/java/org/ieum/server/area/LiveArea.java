package org.ieum.server.area;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ieum.fare.FareTable;
import org.ieum.model.LatLon;
import org.ieum.model.StopPoint;
import org.ieum.reposition.RepositionRules;
import org.ieum.server.api.AreaView;
import org.ieum.server.api.EventView;
import org.ieum.server.api.FareTableView;
import org.ieum.server.api.ImprovementView;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.QuoteInput;
import org.ieum.server.api.QuoteView;
import org.ieum.server.api.Refusal;
import org.ieum.server.api.RoadSpeedsInput;
import org.ieum.server.api.RoadSpeedsView;
import org.ieum.server.api.ServiceView;
import org.ieum.server.api.StopView;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.Journal;
import org.ieum.server.journal.JournalEvent;
import org.ieum.server.journal.KeptAnswer;
import org.ieum.server.journal.StoredEvent;
import org.ieum.server.journeys.JourneyMap;
import org.jspecify.annotations.Nullable;

/** A service area with its writer, journal and those who listen. */
public final class LiveArea implements Area, AutoCloseable {
  /** The one service of an area. */
  static final String SERVICE = FareTable.ON_DEMAND;

  /** Types of events that each start asks for, however old they are. */
  public static final Set<String> LASTING_EVENTS = Set.of(EventText.OPENED, EventText.CONFIGURED);

  /** The type of events that say that a rider has booked. */
  public static final String BOOKED = EventText.CONFIRMED;

  private final AreaSetup setup;
  private final Journal journal;
  private final CommittedEvents committed;
  private final QuoteDesk quotes;
  final AreaWriter writer;

  /** Null when no journeys are planned. */
  private final @Nullable JourneyDesk journeys;

  /** Null without journeys or scooters. */
  final @Nullable ScooterExchanging exchanging;

  /** Null when nothing improves the routes. */
  private final @Nullable AreaOptimizer optimizer;

  /** Null when idle vehicles wait where they are. */
  final @Nullable VehicleMover mover;

  /**
   * Starts the writer, which first replays the journal; {@link #isReady} tells when that is done.
   *
   * @param life tells this start of the process from others; begins the ids of offers
   */
  public LiveArea(AreaSetup setup, Journal journal, InstantSource clock, String life) {
    this.setup = setup;
    this.journal = journal;
    quotes = new QuoteDesk(setup);
    committed = new CommittedEvents(setup.id(), event -> view(setup, event));
    committed.begin(journal);
    journal.onCommitted(committed::tell);
    writer = new AreaWriter(setup, journal, clock, life);
    writer.start();
    Supplier<JourneyMap> journeyMap = setup.journeys();
    journeys =
        journeyMap == null ? null : new JourneyDesk(setup, writer, journeyMap, quotes, clock);
    exchanging =
        journeys == null || setup.scooters() == null
            ? null
            : new ScooterExchanging(writer, journeys, clock);
    RouteImprovement improvement = setup.improvement();
    optimizer = improvement == null ? null : new AreaOptimizer(writer, writer.desk, improvement);
    if (optimizer != null) {
      optimizer.start();
    }
    RepositionRules repositioning = setup.repositioning();
    mover =
        repositioning == null
            ? null
            : new VehicleMover(writer, writer.desk, journal, clock, repositioning);
    if (mover != null) {
      mover.start();
    }
  }

  /** Makes the map of journeys, if there are any, so that the first rider does not wait for it. */
  public void prepareJourneys() {
    if (journeys != null) {
      journeys.prepare();
    }
  }

  @Override
  public CompletableFuture<JourneyList> journeys(JourneyInput input) {
    return journeys == null
        ? CompletableFuture.failedFuture(
            Refusal.conflict("area " + setup.id() + " plans no journeys"))
        : journeys.find(input);
  }

  /** Waits until the journal has been replayed; throws what went wrong. */
  public void awaitReady() throws InterruptedException {
    writer.awaitReady();
  }

  /** The id of the rider whom an event of type {@link #BOOKED} is about. */
  public static String riderOf(JournalEvent booked) {
    return EventText.parse(booked.data()).path("rider_id").asText();
  }

  @Override
  public AreaView view() {
    double minLat = 90;
    double minLon = 180;
    double maxLat = -90;
    double maxLon = -180;
    for (StopPoint stop : setup.map().stopPoints()) {
      minLat = Math.min(minLat, stop.location().lat());
      minLon = Math.min(minLon, stop.location().lon());
      maxLat = Math.max(maxLat, stop.location().lat());
      maxLon = Math.max(maxLon, stop.location().lon());
    }
    return new AreaView(
        setup.id(),
        setup.name(),
        setup.zone().getId(),
        minLat,
        minLon,
        maxLat,
        maxLon,
        setup.fleet().size(),
        setup.map().stopPoints().size());
  }

  @Override
  public ServiceView service() {
    var rules = setup.rules();
    return new ServiceView(
        SERVICE,
        setup.id(),
        setup.serviceName(),
        rules.promise().maxWait() / 1000,
        rules.promise().tripFactor(),
        rules.promise().tripExtra() / 1000,
        rules.booking().offerLifetime() / 1000,
        rules.booking().minLead() / 1000,
        rules.booking().maxAhead() / 1000,
        (int) Math.round(setup.longestWalk() / 1000.0 * setup.walkSpeed()));
  }

  @Override
  public Optional<FareTableView> findFares() {
    return Optional.ofNullable(setup.fares()).map(table -> FareViews.table(setup.id(), table));
  }

  @Override
  public List<StopView> stops() {
    return StopViews.all(setup.map().stopPoints(), writer.closedStops());
  }

  @Override
  public boolean contains(LatLon place) {
    return setup.contains().test(place);
  }

  @Override
  public boolean isReady() {
    return writer.isReady() && !journal.hasStopped();
  }

  @Override
  public boolean hasFailed() {
    return writer.hasFailed() || journal.hasStopped();
  }

  @Override
  public int queueLength() {
    return writer.queueLength();
  }

  @Override
  public CompletableFuture<QuoteView> quote(QuoteInput input) {
    Asked asked = quotes.prepare(input);
    return writer.quote(asked);
  }

  @Override
  public <T> CompletableFuture<T> ask(AreaTask<T> task) {
    return writer.ask(task);
  }

  @Override
  public <T> CompletableFuture<T> order(
      AreaTask<T> task, @Nullable AnswerKey key, Function<T, KeptAnswer> render) {
    return writer.order(task, key == null ? null : render);
  }

  @Override
  public CompletableFuture<RoadSpeedsView> setRoadSpeeds(RoadSpeedsInput input) {
    return writer.roads.put(input);
  }

  @Override
  public CompletableFuture<ImprovementView> improve(long nanos) {
    return optimizer == null
        ? CompletableFuture.failedFuture(
            Refusal.conflict("the routes of area " + setup.id() + " are not improved"))
        : optimizer.improve(nanos);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public EventView view(StoredEvent stored) {
    return view(setup, stored.event());
  }

  private static EventView view(AreaSetup setup, JournalEvent event) {
    return new EventView(
        event.seq(),
        setup.id(),
        new AreaTimes(setup.zone(), 0).toOffset(event.time()),
        event.type(),
        event.booking(),
        event.vehicle(),
        EventText.parse(event.data()));
  }

  @Override
  public EventHub hub() {
    return committed;
  }

  @Override
  public void onLook(Consumer<Look> listener) {
    if (optimizer != null) {
      optimizer.onLook(listener);
    }
  }

  /** Refuses new work, finishes what waits, and keeps a snapshot. */
  @Override
  public void close() {
    if (exchanging != null) {
      exchanging.close();
    }
    if (journeys != null) {
      journeys.close();
    }
    if (mover != null) {
      mover.close();
    }
    if (optimizer != null) {
      optimizer.close();
    }
    writer.close();
    committed.close();
    setup.scooterRules().source().close();
  }
}
