package org.ieum.server.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.ieum.server.api.RiderIds;
import org.junit.jupiter.api.Test;

/** Numbers of riders, who are forgotten when their rides are over. */
final class RiderNumbersTest {
  private final RiderNumbers numbers = new RiderNumbers();

  @Test
  void aRiderHasOneNumberAsLongAsThereIsARide() {
    long asked = numbers.toAsk("anna", 5);
    long anna = numbers.toBook("anna", asked);
    numbers.begin("anna", anna);
    assertEquals(anna, numbers.toAsk("anna", 6));
    numbers.begin("anna", numbers.toBook("anna", anna));
    assertNotEquals(anna, numbers.toBook("ben", numbers.toAsk("ben", 7)));
    numbers.end("anna");
    assertEquals(anna, numbers.toAsk("anna", 8));
    numbers.end("anna");
    assertNotEquals(anna, numbers.toAsk("anna", 9));
    assertNotEquals(anna, numbers.toBook("anna", numbers.toAsk("anna", 9)), "numbers are new");
  }

  @Test
  void guestsHaveTheNumbersByWhichTheyAsked() {
    String guest = RiderIds.GUEST + "x";
    long asked = numbers.toAsk(guest, 5);
    assertEquals(asked, numbers.toBook(guest, asked));
    numbers.begin(guest, asked);
    assertEquals(0, numbers.last());
    numbers.end(guest);
    assertNotEquals(asked, numbers.toAsk(guest, 6));
  }

  @Test
  void whatWasTakenBackHasNotBeen() {
    numbers.begin("anna", numbers.toBook("anna", 0));
    RiderNumbers.Kept kept = numbers.keep();
    long ben = numbers.toBook("ben", 0);
    numbers.begin("ben", ben);
    numbers.begin("anna", numbers.toBook("anna", 0));
    numbers.goBack(kept);
    assertEquals(ben, numbers.toBook("cem", 0));
    numbers.end("anna");
    assertNotEquals(1, numbers.toAsk("anna", 3));
  }
}
