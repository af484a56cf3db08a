package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ieum.server.api.JourneyInput;
import org.ieum.server.api.JourneyList;
import org.ieum.server.api.Refusal;
import org.ieum.server.journeys.JourneyMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The map of journeys comes while the area is there already. */
final class JourneyMapMakingTest extends AreaLife {
  private static final JourneyInput WALK =
      new JourneyInput(
          null, "anna", 57.6901, 11.9510, 57.6930, 11.9530, null, null, null, null, null, List.of(),
          null, null);

  /** The map is made when this is open. */
  private final CountDownLatch gate = new CountDownLatch(1);

  private final CountDownLatch begun = new CountDownLatch(1);

  @Override
  AreaSetup setup() throws Exception {
    ChangedSetup changed = new ChangedSetup(super.setup());
    Supplier<JourneyMap> map = Objects.requireNonNull(changed.journeys);
    changed.journeys = () -> later(map);
    return changed.make();
  }

  private JourneyMap later(Supplier<JourneyMap> map) {
    begun.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return map.get();
  }

  @AfterEach
  void open() {
    gate.countDown();
  }

  @Test
  void itIsMadeBeforeAnybodyAsksAndKeepsNobodyElseWaiting() throws Exception {
    assertTrue(area.isReady());
    area.prepareJourneys();
    assertTrue(begun.await(10, TimeUnit.SECONDS), "nobody has asked for a journey");
    assertFalse(quote("anna", 0, 400, 0, null).offers().isEmpty());
    CompletableFuture<JourneyList> early = area.journeys(WALK);
    assertFalse(early.isDone());
    gate.countDown();
    assertFalse(early.get().journeys().isEmpty());
    assertFalse(area.journeys(WALK).get().journeys().isEmpty());
  }

  @Test
  void whoWaitsTooLongIsToldToComeAgain() throws Exception {
    JourneyMap made = Objects.requireNonNull(super.setup().journeys()).get();
    JourneyMapMaking making = new JourneyMapMaking("a", () -> later(() -> made));
    Refusal refused = assertThrows(Refusal.class, () -> making.await(1));
    assertEquals(Refusal.Kind.UNAVAILABLE, refused.kind());
    assertEquals("the map of journeys of area a is still being made", refused.getMessage());
    gate.countDown();
    assertSame(made, making.await(10_000));
    assertSame(made, making.await(0));
  }

  @Test
  void aMapThatCannotBeMadeIsSaidToBeSo() {
    JourneyMapMaking making =
        new JourneyMapMaking(
            "a",
            () -> {
              throw new IllegalStateException("no roads");
            });
    Refusal refused = assertThrows(Refusal.class, () -> making.await(10_000));
    assertEquals(Refusal.Kind.UNAVAILABLE, refused.kind());
    assertEquals("the map of journeys of area a could not be made", refused.getMessage());
  }
}
