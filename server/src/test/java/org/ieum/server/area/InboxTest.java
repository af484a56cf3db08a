package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.ieum.server.api.Refusal;
import org.junit.jupiter.api.Test;

/** Nothing that is handed in is forgotten. */
final class InboxTest {
  private static Work<Integer> work() {
    return Work.of(Work.Kind.QUESTION, AreaDesk::liveBookings, null);
  }

  private static String refusal(Work<?> work) {
    assertTrue(work.future().isDone());
    ExecutionException refused = assertThrows(ExecutionException.class, work.future()::get);
    Refusal refusal = assertInstanceOf(Refusal.class, refused.getCause());
    assertEquals(Refusal.Kind.UNAVAILABLE, refusal.kind());
    return String.valueOf(refusal.getMessage());
  }

  @Test
  void whatIsLeftAndWhatComesLaterIsRefusedAlike() throws Exception {
    Inbox inbox = new Inbox("a", 2);
    Work<Integer> first = work();
    Work<Integer> left = work();
    Work<Integer> tooMany = work();
    inbox.hand(first);
    inbox.hand(left);
    inbox.hand(tooMany);
    assertEquals("area a has 2 commands waiting", refusal(tooMany));
    assertSame(first, inbox.await(0));
    inbox.close();
    Work<Integer> late = work();
    inbox.hand(late);
    assertEquals("area a is not in operation", refusal(left));
    assertEquals("area a is not in operation", refusal(late));
    assertFalse(first.future().isDone());
    assertTrue(inbox.isEmpty());
  }

  /** Threads hand in while the inbox is closed. */
  @Test
  void theRaceOfClosingLeavesNothing() throws Exception {
    for (int round = 0; round < 20; round++) {
      Inbox inbox = new Inbox("a", 10_000);
      CountDownLatch begun = new CountDownLatch(2);
      List<List<Work<Integer>>> handed = List.of(new ArrayList<>(), new ArrayList<>());
      List<Thread> threads = new ArrayList<>();
      for (List<Work<Integer>> mine : handed) {
        Thread thread =
            new Thread(
                () -> {
                  begun.countDown();
                  Work<Integer> last = work();
                  while (!last.future().isDone()) {
                    last = work();
                    mine.add(last);
                    inbox.hand(last);
                  }
                });
        threads.add(thread);
        thread.start();
      }
      begun.await();
      inbox.close();
      for (Thread thread : threads) {
        thread.join();
      }
      for (List<Work<Integer>> all : handed) {
        all.forEach(InboxTest::refusal);
      }
      assertEquals(0, inbox.size());
    }
  }
}
