package org.ieum.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client's book finds what was lost, and takes for granted what may happen by itself. */
final class ClientBookTest {
  private static final ClientCommand BOOK = ClientCommand.book("key", "offer", "anna");

  @TempDir private Path folder;
  private ClientBook book;

  @BeforeEach
  void open() throws IOException {
    book = new ClientBook(folder.resolve("book.log"));
  }

  @AfterEach
  void close() throws IOException {
    book.close();
  }

  @Test
  void aVehicleMaySetOutAndBeSentElsewhereFirst() {
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "assigned"));
    assertEquals(Optional.empty(), book.findFault("b1", "driver_en_route"));
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "driver_en_route"));
    assertEquals(Optional.empty(), book.findFault("b1", "assigned"));
    assertEquals(Optional.empty(), book.findFault("b1", "arrived_at_pickup"));
  }

  @Test
  void aStateThatWasAcknowledgedDoesNotGoBack() {
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "onboard"));
    assertTrue(book.findFault("b1", "arrived_at_pickup").isPresent());
    assertTrue(book.findFault("b1", "cancelled").isPresent());
    assertEquals(Optional.empty(), book.findFault("b1", "completed"));
  }

  @Test
  void aSecondBookingOfARiderIsAFault() {
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "assigned"));
    assertEquals(
        Optional.of("rider anna has two bookings, b1 and b2"),
        book.acknowledge(BOOK, "b2", "assigned"));
  }

  @Test
  void onlyWhatSomebodyCalledOffIsCancelled() {
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "driver_en_route"));
    assertTrue(book.findFault("b1", "cancelled").isPresent());
    book.tryToCallOff("b1");
    assertEquals(Optional.empty(), book.findFault("b1", "cancelled"));
  }

  @Test
  void eachAcknowledgementIsOnFileAtOnce() throws IOException {
    assertEquals(Optional.empty(), book.acknowledge(BOOK, "b1", "assigned"));
    assertEquals("key anna b1 assigned\n", Files.readString(folder.resolve("book.log")));
  }
}
