package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ieum.server.api.BookingView;
import org.junit.jupiter.api.Test;

/** Riders who do not come: the clock gives up the one, a driver reports the other. */
final class NoShowAreaTest extends AreaLife {
  @Test
  void whoReportedItIsReplayedToo() throws Exception {
    String anna = book("anna", 20, 400, 30 * MINUTE).bookingId();
    String bert = book("bert", 600, 100, 30 * MINUTE + 30_000).bookingId();
    long until = now.get() + HOUR;
    while (!booking(anna).state().equals("no_show")) {
      now.addAndGet(5_000);
      assertTrue(now.get() < until, "anna is " + booking(anna).state());
    }
    assertEquals("arrived_at_pickup", booking(bert).state());
    assertEquals("no_show", order(desk -> desk.noShow(bert)).state());
    List<BookingView> before = List.of(booking(anna), booking(bert));
    for (boolean hasSnapshot : List.of(true, false)) {
      restart(hasSnapshot);
      assertEquals(before, List.of(booking(anna), booking(bert)));
    }
  }
}
