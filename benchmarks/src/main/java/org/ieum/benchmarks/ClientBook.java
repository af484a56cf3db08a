package org.ieum.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client knows: every acknowledgement that it got, written to a file before anything else is
 * done, and what it has asked for in vain.
 */
final class ClientBook implements AutoCloseable {
  /** One after another; a vehicle on its way to a rider may still be sent elsewhere first. */
  private static final Map<String, Integer> ORDER =
      Map.of(
          "assigned", 0,
          "driver_en_route", 0,
          "arrived_at_pickup", 1,
          "onboard", 2,
          "completed", 3,
          "cancelled", 3,
          "no_show", 3);

  /** Last acknowledged state by id of the booking. */
  private final Map<String, String> states = new HashMap<>();

  /** Id of the booking by rider; each rider books once. */
  private final Map<String, String> ofRider = new HashMap<>();

  /** Bookings that somebody has tried to call off. */
  private final Set<String> calledOff = new HashSet<>();

  private final BufferedWriter log;

  ClientBook(Path file) throws IOException {
    log = Files.newBufferedWriter(file);
  }

  /** Notes an answer; returns what is wrong with it. */
  Optional<String> acknowledge(ClientCommand command, String booking, String state) {
    try {
      log.write(command.key() + " " + command.rider() + " " + booking + " " + state + "\n");
      log.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String before = states.put(booking, state);
    String other = ofRider.put(command.rider(), booking);
    if (other != null && !other.equals(booking)) {
      return Optional.of(
          "rider " + command.rider() + " has two bookings, " + other + " and " + booking);
    }
    if (before != null && !isLater(before, state)) {
      return Optional.of("booking " + booking + " was " + before + " and is " + state);
    }
    return Optional.empty();
  }

  void tryToCallOff(String booking) {
    calledOff.add(booking);
  }

  List<String> bookings() {
    return new ArrayList<>(states.keySet());
  }

  /** Last acknowledged state. */
  String state(String booking) {
    return states.getOrDefault(booking, "");
  }

  Optional<String> findBooking(String rider) {
    return Optional.ofNullable(ofRider.get(rider));
  }

  /** What is wrong with the state in which a booking is found. */
  Optional<String> findFault(String booking, String found) {
    String known = state(booking);
    if (!isLater(known, found)) {
      return Optional.of(booking + " was acknowledged as " + known + " and is " + found);
    }
    if (found.equals("cancelled") && !calledOff.contains(booking)) {
      return Optional.of(booking + " is cancelled, which nobody asked for");
    }
    return Optional.empty();
  }

  private static boolean isLater(String before, String after) {
    int from = ORDER.getOrDefault(before, -1);
    int to = ORDER.getOrDefault(after, -1);
    boolean isPossible = !(before.equals("onboard") && !after.equals("completed"));
    boolean isWaiting = from == 0 && to == 0;
    return before.equals(after) || isWaiting || (from >= 0 && from < to && isPossible);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
