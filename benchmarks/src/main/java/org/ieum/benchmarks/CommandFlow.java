package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.ieum.benchmarks.HttpLines.Listener;

/** Draws what riders and drivers do: book, call off, board. */
final class CommandFlow {
  /** Fewest commands under way at the moment at which something is broken. */
  static final int IN_FLIGHT = 20;

  private static final int OFFERS = 70;
  private static final int CHANGES = 30;
  private static final Set<String> IS_WAITING = Set.of("assigned", "driver_en_route");

  /** Times that commands are sent when they are answered faster than things are broken. */
  private static final int TRIES = 20;

  private final ClientSession session;
  private final MadeUpTrips trips;
  private final Random random;
  private final List<String> faults;
  private long number;

  /**
   * Draws from a source of random numbers.
   *
   * @param faults where wrong answers are noted
   */
  CommandFlow(ClientSession session, MadeUpTrips trips, Random random, List<String> faults) {
    this.session = session;
    this.trips = trips;
    this.random = random;
    this.faults = faults;
  }

  /**
   * Sends commands and waits until some are answered, then a moment more: in any commit. At least
   * {@link #IN_FLIGHT} are under way when it returns; a server that is faster than this gets more
   * commands, and is given less time for them.
   *
   * @param send sends one
   * @return how many are under way
   */
  int sendSome(Consumer<ClientCommand> send) throws IOException {
    HttpLines lines = session.lines();
    for (int tries = 0; tries < TRIES; tries++) {
      List<ClientCommand> commands = changes(session.live());
      commands.addAll(bookings());
      Collections.shuffle(commands, random);
      int most = (commands.size() - ClientSession.CONNECTIONS) / (1 + tries);
      int answers = 1 + random.nextInt(Math.max(1, most));
      long moment = random.nextInt(3_000_000) / (1 + tries);
      commands.forEach(send);
      int before = lines.underWay();
      session.serveWhile(() -> lines.underWay() > 0 && before - lines.underWay() < answers);
      lines.serveUntil(System.nanoTime() + moment);
      if (lines.underWay() >= IN_FLIGHT) {
        return lines.underWay();
      }
    }
    throw new IOException("the server answers too fast to be disturbed at work");
  }

  /** Offers, each for a rider of its own. */
  private List<ClientCommand> bookings() throws IOException {
    List<ClientCommand> commands = new ArrayList<>();
    for (int i = 0; i < OFFERS; i++) {
      ask(
          (status, body) -> {
            if (status != 200) {
              faults.add("quote was answered " + status + " " + body);
            }
          },
          commands::add);
    }
    session.serveAll();
    return commands;
  }

  /**
   * Asks for a ride.
   *
   * @param answer hears the answer
   * @param book gets the command that books what is offered, if anything is
   */
  void ask(Listener answer, Consumer<ClientCommand> book) {
    String rider = "rider-" + ++number;
    String quote = trips.nextQuote();
    session
        .lines()
        .post(
            "/v1/quotes",
            quote.substring(0, quote.length() - 1) + ",\"rider_id\":\"" + rider + "\"}",
            null,
            (status, body) -> {
              answer.hear(status, body);
              String offer = JsonText.find(body, "\"offers\":[{", "offer_id");
              if (status == 200 && !offer.isEmpty()) {
                book.accept(ClientCommand.book("book-" + rider, offer, rider));
              }
            });
  }

  /** Some who call off, and all who can board. */
  private List<ClientCommand> changes(List<JsonNode> live) {
    List<ClientCommand> commands = new ArrayList<>();
    List<JsonNode> shuffled = new ArrayList<>(live);
    Collections.shuffle(shuffled, random);
    int cancels = 0;
    for (JsonNode booking : shuffled) {
      String id = booking.path("booking_id").asText();
      String rider = booking.path("rider_id").asText();
      String state = booking.path("state").asText();
      String key = "-" + ++number + "-" + id;
      if (state.equals("arrived_at_pickup")) {
        commands.add(ClientCommand.change("board" + key, id, "board", rider));
      } else if (IS_WAITING.contains(state) && cancels < CHANGES) {
        cancels++;
        commands.add(ClientCommand.change("cancel" + key, id, "cancel", rider));
      }
    }
    return commands;
  }
}
