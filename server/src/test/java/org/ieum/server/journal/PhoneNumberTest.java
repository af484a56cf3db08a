package org.ieum.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are the same telephone. */
final class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+46 70 123 45 67, 070-123 45 67, true",
    "+46 (0)70 123 45 67, 0046701234567, true",
    "+46701234567, +46 70 1234567, true",
    "46701234567, +46701234567, true",
    "0701234567, 070/123.45.67, true",
    "+46701234567, +47701234567, false",
    "+46701234567, 0711234567, false",
    "+46701234567, 234567, false",
    "112, 112, true",
    "112, +46701234112, false",
    "000, 000, false",
  })
  void whichAreTheSame(String one, String other, boolean isSame) {
    PhoneNumber first = PhoneNumber.of(one);
    PhoneNumber second = PhoneNumber.of(other);
    assertEquals(isSame, first.matches(second));
    assertEquals(isSame, second.matches(first));
    if (isSame) {
      assertEquals(first.tail(), second.tail());
    }
  }
}
