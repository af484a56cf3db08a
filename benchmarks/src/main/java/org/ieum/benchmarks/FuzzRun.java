package org.ieum.benchmarks;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjIntConsumer;
import org.ieum.benchmarks.FuzzRequests.Made;

/** Sends hostile requests one after the other and looks after each refusal whether it did harm. */
final class FuzzRun implements AutoCloseable {
  private static final int COMPARE_EVERY = 100;
  private static final int RESTOCK_EVERY = 2_000;
  private static final int LONGEST_SHOWN = 600;

  /** The journal has written within that, ns. */
  private static final long SETTLING_NANOS = 300_000_000L;

  /** One request in so many tests access. */
  private static final int ACCESS_TESTS = 15;

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final FuzzWorld world;
  private final FuzzRequests requests;
  private final RawLine line;
  private final String host;
  private final Random random;
  private final FuzzCounts counts = new FuzzCounts();
  private String state = "";

  /** How often something had moved by itself when the state was seen. */
  private int moves;

  private int sent;

  /**
   * Nothing sent yet.
   *
   * @param actors who send
   */
  FuzzRun(ServerProcess server, FuzzWorld world, List<FuzzActor> actors, long seed)
      throws IOException {
    this.world = world;
    random = new Random(seed);
    requests = new FuzzRequests(world, ApiOperation.all(world.api()), actors, random);
    line = new RawLine(server.address());
    host = server.base().getAuthority();
    remember();
  }

  private void remember() throws IOException {
    moves = world.movesOfItself();
    state = world.state();
  }

  FuzzCounts counts() {
    return counts;
  }

  /** Sends until there were so many hostile requests; tests of access come between them. */
  void run(int until, ObjIntConsumer<FuzzCounts> progress) throws IOException {
    while (counts.hostile < until) {
      sent++;
      Made made = random.nextInt(ACCESS_TESTS) == 0 ? requests.access() : requests.hostile();
      judge(made, send(made.request()));
      if (sent % RESTOCK_EVERY == 0) {
        compare(made);
        world.restock();
        remember();
        progress.accept(counts, counts.hostile);
      } else if (sent % COMPARE_EVERY == 0) {
        compare(made);
      }
    }
  }

  private RawLine.Answer send(DraftRequest request) throws IOException {
    byte[] bytes = request.bytes(host);
    boolean isHead = request.method.equals("HEAD");
    long start = System.nanoTime();
    try {
      return request.isCut || request.spoilsConnection
          ? line.sendAlone(bytes, isHead, request.isCut)
          : line.send(bytes, isHead);
    } catch (SocketTimeoutException e) {
      line.close();
      return RawLine.Answer.NONE;
    } finally {
      int millis = (int) ((System.nanoTime() - start) / 1_000_000);
      counts.longestAnswerMs = Math.max(counts.longestAnswerMs, millis);
    }
  }

  private void judge(Made made, RawLine.Answer answer) throws IOException {
    int status = answer.status();
    count(made, answer);
    if (status >= 500) {
      counts.serverFaults++;
      fault(made, answer, "5xx");
    }
    if (status == 0 && !made.request().isCut) {
      counts.unanswered++;
      fault(made, answer, "no answer");
    }
    // A server that does not read a body to its end may close before its answer is through.
    if (status != 0 && !answer.isWhole() && !made.request().spoilsConnection) {
      counts.unanswered++;
      fault(made, answer, "answer broken off");
    }
    boolean isRefused = status >= 400 && status < 500;
    if (isRefused && !answer.type().startsWith("application/problem+json")) {
      counts.unclean++;
      fault(made, answer, "no problem document");
    }
    boolean isWrite =
        status >= 200
            && status < 300
            && !READS.contains(made.request().method)
            && !made.request().path.contains("/v1/quotes");
    List<String> events = world.newEvents();
    if (isWrite) {
      remember();
    } else {
      counts.looks++;
      if (!events.isEmpty()) {
        counts.changes++;
        fault(made, answer, "journal has " + events);
        remember();
      }
      // Records of riders are in no journal.
      if (made.request().path.contains("riders")) {
        compare(made);
      }
    }
  }

  private void count(Made made, RawLine.Answer answer) {
    int status = answer.status();
    if (made.expected() > 0) {
      counts.accessTests++;
      // What is no longer there is nobody's.
      boolean isRight = status == made.expected() || (made.expected() == 403 && status == 404);
      if (!isRight) {
        counts.letIn++;
        fault(made, answer, "access test");
      }
      return;
    }
    counts.hostile++;
    counts.byRole.merge(made.role(), 1, Integer::sum);
    counts.byStatus.merge(status, 1, Integer::sum);
    if (status >= 200 && status < 400) {
      boolean isCommand =
          !READS.contains(made.request().method) && !made.request().path.contains("/v1/quotes");
      if (isCommand) {
        counts.carriedOutWrites++;
      } else {
        counts.carriedOut++;
      }
    }
  }

  /** What comes by the clock can be seen a moment before it is in the journal. */
  private void compare(Made last) throws IOException {
    int movesBefore = world.movesOfItself();
    String now = world.state();
    counts.comparisons++;
    List<String> events = new ArrayList<>(world.newEvents());
    boolean isOther = !now.equals(state);
    if (isOther && world.movesOfItself() == moves) {
      LockSupport.parkNanos(SETTLING_NANOS);
      events.addAll(world.newEvents());
    }
    if (events.isEmpty() && (!isOther || world.movesOfItself() > moves)) {
      counts.movedByItself += isOther ? 1 : 0;
    } else {
      counts.differences++;
      int at = 0;
      while (at < Math.min(now.length(), state.length()) && now.charAt(at) == state.charAt(at)) {
        at++;
      }
      String before = state.substring(Math.max(0, at - 80), Math.min(state.length(), at + 80));
      String behind = now.substring(Math.max(0, at - 80), Math.min(now.length(), at + 80));
      counts.fault(
          "state was …" + before + "… and is …" + behind + "…, " + events + ", " + shown(last));
    }
    moves = movesBefore;
    state = now;
  }

  private void fault(Made made, RawLine.Answer answer, String what) {
    counts.fault(what + ": " + shown(made) + " -> " + answer);
  }

  /** The beginning of a request in printable characters, without credentials. */
  private String shown(Made made) {
    String text = new String(made.request().bytes(host), StandardCharsets.ISO_8859_1);
    StringBuilder shown = new StringBuilder(made.role()).append(' ');
    String open = text.replaceAll("Authorization: Bearer [^\r]*", "Authorization: …");
    for (int i = 0; i < Math.min(LONGEST_SHOWN, open.length()); i++) {
      char c = open.charAt(i);
      shown.append(c >= ' ' && c < 0x7f ? "" + c : String.format(Locale.ROOT, "\\x%02x", (int) c));
    }
    return shown.toString();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
