package org.ieum.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ieum.benchmarks.HttpLines.Listener;

/**
 * Kills a server while commands are in flight and starts it again on what is on disk, over and
 * over. The client keeps book of what was acknowledged; after each start everything must be there,
 * nothing twice, and a command whose answer was lost is sent again with its key and must be found
 * either carried out or not.
 */
final class KillRun {
  private final ServerProcess.Setup setup;
  private final ClientBook book;
  private final List<String> faults = new ArrayList<>();
  private final ClientSession session;
  private final CommandFlow flow;
  private final ServerCheck check;
  private int acknowledged;
  private int inDoubt;
  private int carriedOut;
  private int fewestInFlight = Integer.MAX_VALUE;
  private double slowestStart;

  /** Commands of this round that were acknowledged, and those whose answer was lost. */
  private final List<ClientCommand> done = new ArrayList<>();

  private final List<ClientCommand> doubtful = new ArrayList<>();

  private KillRun(ServerProcess.Setup setup, MadeUpTrips trips, long seed)
      throws IOException, InterruptedException {
    this.setup = setup;
    book = new ClientBook(setup.folder().resolve("acknowledged.log"));
    session = new ClientSession(ServerProcess.start(setup));
    flow = new CommandFlow(session, trips, new Random(seed), faults);
    check = new ServerCheck(session, book, faults);
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
      run.session.close();
      run.session.server().kill();
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
    fewestInFlight = Math.min(fewestInFlight, flow.sendSome(this::send));
    session.server().kill();
    session.serveAll();
    long start = System.nanoTime();
    ServerProcess server = ServerProcess.start(setup);
    slowestStart = Math.max(slowestStart, (System.nanoTime() - start) / 1e9);
    session.connect(server);
    check();
  }

  private void send(ClientCommand command) {
    if (command.path().endsWith("/cancel")) {
      book.tryToCallOff(command.booking());
    }
    session
        .lines()
        .post(
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

  private void note(ClientCommand command, String body) {
    acknowledged++;
    book.acknowledge(command, JsonText.find(body, "booking_id"), JsonText.find(body, "state"))
        .ifPresent(faults::add);
  }

  private void check() throws IOException {
    check.sendAgain(done);
    inDoubt += doubtful.size();
    settle(List.copyOf(doubtful));
    check.lookForFaults();
  }

  /** Sends again what may have been carried out or not. */
  private void settle(List<ClientCommand> lost) throws IOException {
    for (ClientCommand command : lost) {
      session
          .lines()
          .post(
              command.path(),
              command.body(),
              command.key(),
              (status, body) -> {
                if (status == 200 || status == 201) {
                  carriedOut++;
                  note(command, body);
                } else if (status != 404 && status != 409 && status != 410) {
                  faults.add(command + " was answered " + status + " " + body);
                }
              });
    }
    session.serveAll();
  }

  /** Looks at every booking once more, stops the server, and reads the whole journal. */
  private Outcome finish(int kills) throws IOException, InterruptedException {
    check.lookAtAll();
    if (!session.server().stop()) {
      faults.add("the server did not stop within 30 s");
    }
    check.verifyChain(setup);
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
}
