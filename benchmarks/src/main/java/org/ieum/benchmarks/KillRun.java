package org.ieum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ieum.benchmarks.HttpLines.Listener;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;

/**
 * Kills a server while commands are in flight and starts it again on what is on disk, over and
 * over. The client keeps book of what was acknowledged; after each start everything must be there,
 * nothing twice, and a command whose answer was lost is sent again with its key and must be found
 * either carried out or not.
 */
final class KillRun {
  private static final int CONNECTIONS = 40;

  /** Fewest commands under way at the moment of a kill. */
  static final int IN_FLIGHT = 20;

  private static final int OFFERS = 70;
  private static final int CHANGES = 30;
  private static final int PAGE = 1_000;
  private static final Set<String> IS_WAITING = Set.of("assigned", "driver_en_route");
  private static final int LOOKS = 5;

  /** Times that commands are sent when they are answered faster than the server is killed. */
  private static final int TRIES = 20;

  private static final long SECOND = 1_000_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerProcess.Setup setup;
  private final MadeUpTrips trips;
  private final Random random;
  private final KillBook book;
  private final List<String> faults = new ArrayList<>();
  private ServerProcess server;
  private HttpLines lines;
  private long number;
  private int acknowledged;
  private int inDoubt;
  private int carriedOut;
  private int fewestInFlight = Integer.MAX_VALUE;
  private double slowestStart;

  /** Commands of this round that were acknowledged, and those whose answer was lost. */
  private final List<KillCommand> done = new ArrayList<>();

  private final List<KillCommand> doubtful = new ArrayList<>();

  private KillRun(ServerProcess.Setup setup, MadeUpTrips trips, long seed)
      throws IOException, InterruptedException {
    this.setup = setup;
    this.trips = trips;
    random = new Random(seed);
    book = new KillBook(setup.folder().resolve("acknowledged.log"));
    server = ServerProcess.start(setup);
    lines = new HttpLines(server.address(), server.key(), CONNECTIONS);
  }

  /**
   * What came of it.
   *
   * @param kills so many
   * @param fewestInFlight commands under way at any of them
   * @param acknowledged commands in all
   * @param inDoubt commands whose answer was lost
   * @param carriedOut those of them that were on disk
   * @param bookings that were made
   * @param slowestStart s
   * @param faults what was lost, doubled or wrong
   */
  record Outcome(
      int kills,
      int fewestInFlight,
      int acknowledged,
      int inDoubt,
      int carriedOut,
      int bookings,
      double slowestStart,
      List<String> faults) {}

  /** Kills so many times. */
  static Outcome run(
      ServerProcess.Setup setup, MadeUpTrips trips, int kills, long seed, Listener progress)
      throws IOException, InterruptedException {
    KillRun run = new KillRun(setup, trips, seed);
    try {
      for (int kill = 1; kill <= kills; kill++) {
        run.killOnce();
        progress.hear(kill, run.line());
      }
      return run.finish(kills);
    } finally {
      run.lines.close();
      run.server.kill();
      run.book.close();
    }
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "%d acknowledged, %d in doubt of which %d carried out, %d bookings, %d faults",
        acknowledged,
        inDoubt,
        carriedOut,
        book.bookings().size(),
        faults.size());
  }

  private void killOnce() throws IOException, InterruptedException {
    done.clear();
    doubtful.clear();
    int tries = 0;
    do {
      if (++tries > TRIES) {
        throw new IOException("the server answers too fast to be killed at work");
      }
      sendSome();
    } while (lines.underWay() < IN_FLIGHT);
    fewestInFlight = Math.min(fewestInFlight, lines.underWay());
    server.kill();
    serveWhile(() -> lines.underWay() > 0);
    lines.close();
    long start = System.nanoTime();
    server = ServerProcess.start(setup);
    slowestStart = Math.max(slowestStart, (System.nanoTime() - start) / 1e9);
    lines = new HttpLines(server.address(), server.key(), CONNECTIONS);
    check();
  }

  /** Sends commands and waits until some are answered, then a moment more: in any commit. */
  private void sendSome() throws IOException {
    List<KillCommand> commands = changes(live());
    commands.addAll(bookings());
    Collections.shuffle(commands, random);
    int answers = 1 + random.nextInt(Math.max(1, commands.size() - CONNECTIONS));
    long moment = random.nextInt(3_000_000);
    commands.forEach(this::send);
    int before = lines.underWay();
    serveWhile(() -> lines.underWay() > 0 && before - lines.underWay() < answers);
    lines.serveUntil(System.nanoTime() + moment);
  }

  /** Waits for answers as long as something holds; not for ever. */
  private void serveWhile(BooleanSupplier condition) throws IOException {
    long patience = System.nanoTime() + 60 * SECOND;
    while (condition.getAsBoolean()) {
      lines.serveUntil(System.nanoTime() + 200_000);
      if (System.nanoTime() > patience) {
        throw new IOException("no answers for a minute; the server says:\n" + server.lastOutput());
      }
    }
  }

  private void send(KillCommand command) {
    if (command.path().endsWith("/cancel")) {
      book.tryToCallOff(command.booking());
    }
    lines.post(
        command.path(),
        command.body(),
        command.key(),
        (status, body) -> {
          if (status == 0) {
            doubtful.add(command);
          } else if (status == 200 || status == 201) {
            done.add(command);
            note(command, body);
          } else if (status != 404 && status != 409 && status != 410) {
            faults.add(command + " was answered " + status + " " + body);
          }
        });
  }

  private void note(KillCommand command, String body) {
    acknowledged++;
    book.acknowledge(command, JsonText.find(body, "booking_id"), JsonText.find(body, "state"))
        .ifPresent(faults::add);
  }

  /** Offers, each for a rider of its own. */
  private List<KillCommand> bookings() throws IOException {
    List<KillCommand> commands = new ArrayList<>();
    for (int i = 0; i < OFFERS; i++) {
      String rider = "rider-" + ++number;
      String quote = trips.nextQuote();
      lines.post(
          "/v1/quotes",
          quote.substring(0, quote.length() - 1) + ",\"rider_id\":\"" + rider + "\"}",
          null,
          (status, body) -> {
            String offer = JsonText.find(body, "\"offers\":[{", "offer_id");
            if (status != 200) {
              faults.add("quote was answered " + status + " " + body);
            } else if (!offer.isEmpty()) {
              commands.add(KillCommand.book("book-" + rider, offer, rider));
            }
          });
    }
    serveWhile(() -> lines.underWay() > 0);
    return commands;
  }

  /** Some who call off, and all who can board. */
  private List<KillCommand> changes(List<JsonNode> live) {
    List<KillCommand> commands = new ArrayList<>();
    List<JsonNode> shuffled = new ArrayList<>(live);
    Collections.shuffle(shuffled, random);
    int cancels = 0;
    for (JsonNode booking : shuffled) {
      String id = booking.path("booking_id").asText();
      String rider = booking.path("rider_id").asText();
      String state = booking.path("state").asText();
      String key = "-" + ++number + "-" + id;
      if (state.equals("arrived_at_pickup")) {
        commands.add(KillCommand.change("board" + key, id, "board", rider));
      } else if (IS_WAITING.contains(state) && cancels < CHANGES) {
        cancels++;
        commands.add(KillCommand.change("cancel" + key, id, "cancel", rider));
      }
    }
    return commands;
  }

  private void check() throws IOException {
    List<KillCommand> before = List.copyOf(done);
    List<KillCommand> lost = List.copyOf(doubtful);
    inDoubt += lost.size();
    // What was acknowledged is acknowledged again in the same way, and carried out once.
    resend(before, /* mustBeDone= */ true);
    resend(lost, /* mustBeDone= */ false);
    for (int look = 1; look <= LOOKS; look++) {
      List<String> wrong = look();
      if (wrong.isEmpty()) {
        break;
      } else if (look == LOOKS) {
        faults.addAll(wrong);
      }
    }
  }

  private void resend(List<KillCommand> commands, boolean mustBeDone) throws IOException {
    for (KillCommand command : commands) {
      lines.post(
          command.path(),
          command.body(),
          command.key(),
          (status, body) -> {
            String booking = JsonText.find(body, "booking_id");
            String known = book.findBooking(command.rider()).orElse("");
            if (mustBeDone && (status >= 300 || !booking.equals(known))) {
              faults.add(
                  command
                      + " was acknowledged for "
                      + known
                      + " and is now "
                      + status
                      + " "
                      + body);
            } else if (!mustBeDone && (status == 200 || status == 201)) {
              carriedOut++;
              note(command, body);
            } else if (!mustBeDone && status != 404 && status != 409 && status != 410) {
              faults.add(command + " was answered " + status + " " + body);
            }
          });
    }
    serveWhile(() -> lines.underWay() > 0);
  }

  /** What is wrong at present; time goes on while one looks, so that it may be worth another. */
  private List<String> look() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> live = live();
    List<JsonNode> plans = plans();
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
    serveWhile(() -> lines.underWay() > 0);
    return wrong;
  }

  private static boolean isOver(String state) {
    return state.equals("cancelled") || state.equals("completed") || state.equals("no_show");
  }

  private void lookFor(String id, List<String> wrong) {
    lines.get(
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

  private List<JsonNode> live() throws IOException {
    List<JsonNode> bookings = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = tree("/v1/bookings?limit=" + PAGE + cursor);
      page.path("bookings").forEach(bookings::add);
      cursor = page.hasNonNull("next_cursor") ? "&cursor=" + page.path("next_cursor").asText() : "";
    } while (!cursor.isEmpty());
    return bookings;
  }

  private List<JsonNode> plans() throws IOException {
    List<JsonNode> plans = new ArrayList<>();
    for (JsonNode vehicle : tree("/v1/vehicles").path("vehicles")) {
      plans.add(tree("/v1/vehicles/" + vehicle.path("vehicle_id").asText() + "/route_plan"));
    }
    return plans;
  }

  private JsonNode tree(String path) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.get(path, (status, body) -> text.append(status == 200 ? body : status + " " + body));
    serveWhile(() -> lines.underWay() > 0);
    return JSON.readTree(text.toString());
  }

  /** Looks at every booking once more, stops the server, and reads the whole journal. */
  private Outcome finish(int kills) throws IOException, InterruptedException {
    for (String id : book.bookings()) {
      lines.get(
          "/v1/bookings/" + id,
          (status, body) -> {
            if (status != 200) {
              faults.add(id + " is told as " + status + " " + body);
            } else {
              book.findFault(id, JsonText.find(body, "state")).ifPresent(faults::add);
            }
          });
    }
    serveWhile(() -> lines.underWay() > 0);
    if (!server.stop()) {
      faults.add("the server did not stop within 30 s");
    }
    verifyChain();
    return new Outcome(
        kills,
        fewestInFlight,
        acknowledged,
        inDoubt,
        carriedOut,
        book.bookings().size(),
        slowestStart,
        List.copyOf(faults));
  }

  private void verifyChain() {
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
