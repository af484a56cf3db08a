package org.ieum.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ieum.benchmarks.HttpLines.Listener;

/**
 * Takes a server's PostgreSQL away while commands are in flight and gives it back some seconds
 * later, over and over; every other time all its processes are killed. Meanwhile the client goes on
 * asking. The server must say 503 and when to ask again, must serve by itself once the database is
 * back, and must have done once what it acknowledged, and once or not at all what it was not sure
 * about; each command is sent again with its key until that is settled.
 */
final class OutageRun {
  /** No answer takes longer, s. */
  static final double LONGEST_SILENCE = 10;

  /** Serves again so soon after the database takes connections, s. */
  static final double LONGEST_RESUME = 10;

  /** Pause before what was refused is sent again, ns. */
  private static final long PAUSE = 100_000_000L;

  private static final long SECOND = 1_000_000_000L;
  private static final String UNKNOWN = "it is not known yet";

  private final ServerProcess.Setup setup;
  private final PostgresSwitch postgres;
  private final Random random;
  private final ClientBook book;
  private final List<String> faults = new ArrayList<>();
  private final ClientSession session;
  private final CommandFlow flow;
  private final ServerCheck check;

  /** Commands of this outage that were acknowledged, and those that are to be sent again. */
  private final List<ClientCommand> done = new ArrayList<>();

  private List<ClientCommand> refused = new ArrayList<>();

  /** Keys of commands of which the server did not know whether they were done. */
  private final Set<String> doubtful = new HashSet<>();

  /**
   * Whether the database takes connections again, and when the first command was done then, or 0.
   */
  private boolean isBack;

  private long resumed;

  private int fewestInFlight = Integer.MAX_VALUE;
  private int acknowledged;
  private int refusals;
  private int inDoubt;
  private int carriedOut;
  private double longestSilence;
  private double longestResume;

  private OutageRun(
      ServerProcess.Setup setup, PostgresSwitch postgres, MadeUpTrips trips, long seed)
      throws IOException, InterruptedException {
    this.setup = setup;
    this.postgres = postgres;
    random = new Random(seed);
    book = new ClientBook(setup.folder().resolve("acknowledged.log"));
    session = new ClientSession(ServerProcess.start(setup));
    flow = new CommandFlow(session, trips, random, faults);
    check = new ServerCheck(session, book, faults);
  }

  /**
   * What came of it.
   *
   * @param outages so many
   * @param fewestInFlight commands under way at any of them
   * @param acknowledged commands in all
   * @param refusals answers 503
   * @param vagueRefusals those that did not say when to ask again
   * @param inDoubt commands of which the server could not say whether they were done
   * @param carriedOut those of them that were acknowledged when sent again
   * @param bookings that were made
   * @param longestSilence longest time to an answer, s
   * @param longestResume longest time from the database's return to a command that is done, s
   * @param faults what was lost, doubled or wrong
   */
  record Outcome(
      int outages,
      int fewestInFlight,
      int acknowledged,
      int refusals,
      int vagueRefusals,
      int inDoubt,
      int carriedOut,
      int bookings,
      double longestSilence,
      double longestResume,
      List<String> faults) {}

  /** Takes the database away so many times. */
  static Outcome run(
      ServerProcess.Setup setup,
      PostgresSwitch postgres,
      MadeUpTrips trips,
      int outages,
      long seed,
      Listener progress)
      throws IOException, InterruptedException {
    OutageRun run = new OutageRun(setup, postgres, trips, seed);
    try {
      for (int outage = 1; outage <= outages; outage++) {
        run.interrupt(/* isHard= */ outage % 2 == 1);
        progress.hear(outage, run.line());
      }
      return run.finish(outages);
    } finally {
      run.session.close();
      run.session.server().kill();
      run.book.close();
    }
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "%d acknowledged, %d times 503, %d in doubt of which %d carried out, answers within %.1f s,"
            + " back within %.1f s, %d faults",
        acknowledged,
        refusals,
        inDoubt,
        carriedOut,
        longestSilence,
        longestResume,
        faults.size());
  }

  private void interrupt(boolean isHard) throws IOException, InterruptedException {
    done.clear();
    isBack = false;
    resumed = 0;
    fewestInFlight = Math.min(fewestInFlight, flow.sendSome(this::send));
    long end = System.nanoTime() + SECOND + random.nextInt(4_000) * 1_000_000L;
    askWhile(
        () -> {
          if (isHard) {
            postgres.kill();
          } else {
            postgres.stop();
          }
          Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
          return true;
        });
    askWhile(
        () -> {
          postgres.start();
          return true;
        });
    isBack = true;
    long back = System.nanoTime();
    // What was under way may have been done before anything broke, so something new must be.
    while (resumed == 0 || !refused.isEmpty() || session.lines().underWay() > 0) {
      askAgain();
      if (System.nanoTime() - back > 60 * SECOND) {
        faults.add(refused.size() + " commands are refused a minute after the database is back");
        refused.clear();
        session.serveAll();
        break;
      }
    }
    longestResume =
        Math.max(longestResume, ((resumed > 0 ? resumed : System.nanoTime()) - back) / 1e9);
    check.sendAgain(done);
    check.lookForFaults();
    if (!session.server().isAlive()) {
      throw new IOException("the server has ended:\n" + session.server().lastOutput());
    }
  }

  /** Goes on asking until something is done. */
  private void askWhile(Callable<Boolean> task) throws IOException {
    CompletableFuture<Boolean> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return task.call();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (!running.isDone()) {
      askAgain();
    }
    running.join();
  }

  /** Sends again what was refused, and asks for something new. */
  private void askAgain() throws IOException {
    List<ClientCommand> again = refused;
    refused = new ArrayList<>();
    again.forEach(this::send);
    ask(listener -> flow.ask(listener, this::send));
    ask(listener -> session.lines().get("/v1/bookings?limit=1", listener));
    session.lines().serveUntil(System.nanoTime() + PAUSE);
  }

  private void ask(Consumer<Listener> question) {
    long sent = System.nanoTime();
    question.accept(
        (status, body) -> {
          time(sent);
          if (status == 503) {
            refusals++;
          } else if (status != 200) {
            faults.add("a question was answered " + status + " " + body);
          }
        });
  }

  private void time(long sent) {
    longestSilence = Math.max(longestSilence, (System.nanoTime() - sent) / 1e9);
  }

  private void send(ClientCommand command) {
    if (command.path().endsWith("/cancel")) {
      book.tryToCallOff(command.booking());
    }
    long sent = System.nanoTime();
    session
        .lines()
        .post(
            command.path(),
            command.body(),
            command.key(),
            (status, body) -> {
              time(sent);
              hear(command, status, body);
            });
  }

  private void hear(ClientCommand command, int status, String body) {
    if (status == 503) {
      refusals++;
      refused.add(command);
      if (body.contains(UNKNOWN) && doubtful.add(command.key())) {
        inDoubt++;
      }
      return;
    }
    boolean isDone = status == 200 || status == 201;
    boolean wasDoubtful = doubtful.remove(command.key());
    if (isDone) {
      acknowledged++;
      carriedOut += wasDoubtful ? 1 : 0;
      done.add(command);
      book.acknowledge(command, JsonText.find(body, "booking_id"), JsonText.find(body, "state"))
          .ifPresent(faults::add);
    } else if (status != 404 && status != 409 && status != 410) {
      faults.add(command + " was answered " + status + " " + body);
    }
    if (isDone && isBack && resumed == 0) {
      resumed = System.nanoTime();
    }
  }

  /** Looks at every booking once more, stops the server, and reads the whole journal. */
  private Outcome finish(int outages) throws IOException, InterruptedException {
    check.lookAtAll();
    int vague = session.lines().vagueRefusals();
    if (!session.server().stop()) {
      faults.add("the server did not stop within 30 s");
    }
    check.verifyChain(setup);
    return new Outcome(
        outages,
        fewestInFlight,
        acknowledged,
        refusals,
        vague,
        inDoubt,
        carriedOut,
        book.bookings().size(),
        longestSilence,
        longestResume,
        List.copyOf(faults));
  }
}
