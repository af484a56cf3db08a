package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;

/** Compares what a server tells with what its client has written down. */
final class ServerCheck {
  private static final int LOOKS = 5;

  private final ClientSession session;
  private final ClientBook book;
  private final List<String> faults;

  /**
   * Compares.
   *
   * @param faults where they are noted
   */
  ServerCheck(ClientSession session, ClientBook book, List<String> faults) {
    this.session = session;
    this.book = book;
    this.faults = faults;
  }

  /**
   * Sends commands again that were acknowledged: they must be acknowledged again in the same way,
   * and not carried out twice.
   */
  void sendAgain(List<ClientCommand> done) throws IOException {
    for (ClientCommand command : List.copyOf(done)) {
      String known = book.findBooking(command.rider()).orElse("");
      session
          .lines()
          .post(
              command.path(),
              command.body(),
              command.key(),
              (status, body) -> {
                if (status >= 300 || !JsonText.find(body, "booking_id").equals(known)) {
                  faults.add(
                      command
                          + " was acknowledged for "
                          + known
                          + " and is now "
                          + status
                          + " "
                          + body);
                }
              });
    }
    session.serveAll();
  }

  /** Looks whether everything is there, once, in plans that keep what was promised. */
  void lookForFaults() throws IOException {
    for (int look = 1; look <= LOOKS; look++) {
      List<String> wrong = look();
      if (wrong.isEmpty()) {
        return;
      } else if (look == LOOKS) {
        faults.addAll(wrong);
      }
    }
  }

  /** What is wrong at present; time goes on while one looks, so that it may be worth another. */
  private List<String> look() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> live = session.live();
    List<JsonNode> plans = session.plans();
    wrong.addAll(PlanCheck.faults(live, plans));
    Set<String> seen = new HashSet<>();
    for (JsonNode booking : live) {
      String id = booking.path("booking_id").asText();
      String rider = booking.path("rider_id").asText();
      seen.add(id);
      Optional<String> known = book.findBooking(rider);
      if (known.isEmpty()) {
        wrong.add("booking " + id + " of " + rider + " was never acknowledged");
      } else if (!known.get().equals(id)) {
        wrong.add(rider + " has " + known.get() + " and " + id);
      } else {
        book.findFault(id, booking.path("state").asText()).ifPresent(wrong::add);
      }
    }
    for (String id : book.bookings()) {
      if (!seen.contains(id) && !isOver(book.state(id))) {
        lookFor(id, wrong);
      }
    }
    session.serveAll();
    return wrong;
  }

  private static boolean isOver(String state) {
    return state.equals("cancelled") || state.equals("completed") || state.equals("no_show");
  }

  private void lookFor(String id, List<String> wrong) {
    session
        .lines()
        .get(
            "/v1/bookings/" + id,
            (status, body) -> {
              String state = JsonText.find(body, "state");
              if (status != 200 || !isOver(state)) {
                wrong.add(id + " is not live and told as " + status + " " + body);
              } else {
                book.findFault(id, state).ifPresent(wrong::add);
              }
            });
  }

  /** Looks at every booking there ever was. */
  void lookAtAll() throws IOException {
    for (String id : book.bookings()) {
      session
          .lines()
          .get(
              "/v1/bookings/" + id,
              (status, body) -> {
                if (status != 200) {
                  faults.add(id + " is told as " + status + " " + body);
                } else {
                  book.findFault(id, JsonText.find(body, "state")).ifPresent(faults::add);
                }
              });
    }
    session.serveAll();
  }

  /** Reads the whole journal of a server that has stopped. */
  void verifyChain(ServerProcess.Setup setup) {
    Path file = setup.folder().resolve("data").resolve("ieum.db");
    String url = setup.db().isEmpty() ? "jdbc:sqlite:" + file : setup.db();
    try (JournalStore store = JournalStore.open(url, JournalOptions.DEFAULT, setup.environment())) {
      var journal = store.journal(ServerProcess.AREA);
      long[] count = new long[1]; // index 0: events
      journal.replay(0, event -> count[0]++);
      if (count[0] != journal.lastSeq()) {
        faults.add("the journal has " + count[0] + " events, the last is " + journal.lastSeq());
      }
    } catch (RuntimeException e) {
      faults.add("the journal cannot be read: " + e.getMessage());
    }
  }
}
