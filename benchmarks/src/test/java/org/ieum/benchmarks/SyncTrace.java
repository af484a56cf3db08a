package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strace writes down of a server on SQLite, read for one question: was what was acknowledged
 * in the log of the database, and the log synced, before the acknowledgement was sent?
 *
 * <p>The lines are in the order of what happened. A call that others interrupt has two of them, and
 * its name and arguments stand in the first only.
 */
final class SyncTrace {
  private static final Pattern CALL =
      Pattern.compile("^(\\d+) +(?:<\\.\\.\\. (\\w+) resumed>(.*)|(\\w+)\\((.*))$", Pattern.DOTALL);
  private static final Pattern RESULT = Pattern.compile("\\) += (-?\\d+)[^=]*$");
  private static final String UNFINISHED = "<unfinished ...>";
  private static final String LOG = "ieum.db-wal>";

  private SyncTrace() {}

  /** Whether a process may be traced here. */
  static boolean isPossible() throws InterruptedException {
    try {
      Process strace =
          new ProcessBuilder("strace", "-D", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return strace.waitFor(10, TimeUnit.SECONDS) && strace.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What to start a server with; the tracer is no parent of it, so that signals reach it. */
  static List<String> launcher(Path trace) {
    return List.of(
        "strace",
        "-D",
        "-f",
        "-y",
        "-s",
        "8192",
        "--seccomp-bpf",
        "-e",
        "trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg",
        "-o",
        trace.toString());
  }

  /** The start or the end of a call, or both. */
  private record Step(String call, String arguments, boolean begins, boolean ends, long result) {
    boolean isSync() {
      return (call.equals("fsync") || call.equals("fdatasync")) && arguments.contains(LOG);
    }

    /** Whether the log now holds the answer to a booking. */
    boolean isWritten(String booking) {
      return ends
          && result > 0
          && call.equals("pwrite64")
          && arguments.contains(LOG)
          && arguments.contains("\\\"booking_id\\\":\\\"" + booking + "\\\"");
    }

    boolean isAcknowledgement() {
      return begins && !call.equals("pwrite64") && arguments.contains("\"HTTP/1.1 201");
    }
  }

  private static List<Step> read(Path trace) throws IOException {
    List<Step> steps = new ArrayList<>();
    Map<String, Step> unfinished = new HashMap<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher call = CALL.matcher(line);
      if (!call.matches()) {
        continue;
      }
      Step before = call.group(2) == null ? null : unfinished.remove(call.group(1));
      String name = before == null ? String.valueOf(call.group(4)) : before.call();
      String text = before == null ? String.valueOf(call.group(5)) : before.arguments();
      Matcher result = RESULT.matcher(line);
      boolean ends = result.find();
      Step step =
          new Step(name, text, before == null, ends, ends ? Long.parseLong(result.group(1)) : -1);
      if (line.endsWith(UNFINISHED)) {
        unfinished.put(call.group(1), step);
      }
      steps.add(step);
    }
    return steps;
  }

  /**
   * What is wrong, nothing when each booking was on disk before it was acknowledged.
   *
   * @param bookings in the order in which they were made, one at a time
   */
  static List<String> faults(Path trace, List<String> bookings) throws IOException {
    List<String> faults = new ArrayList<>();
    List<Step> steps = read(trace);
    int next = 0;
    boolean isWritten = false;
    boolean isSyncing = false;
    boolean isSynced = false;
    for (Step step : steps) {
      if (next == bookings.size()) {
        break;
      }
      String booking = bookings.get(next);
      if (step.isWritten(booking)) {
        isWritten = true;
        isSyncing = false;
        isSynced = false;
      } else if (step.isSync()) {
        isSyncing |= step.begins() && isWritten;
        isSynced |= isSyncing && step.ends() && step.result() == 0;
      } else if (step.isAcknowledgement()) {
        if (!isSynced) {
          faults.add(
              booking + " was acknowledged " + (isWritten ? "before a sync" : "without a write"));
        }
        next++;
        isWritten = false;
        isSyncing = false;
        isSynced = false;
      }
    }
    for (String booking : bookings.subList(next, bookings.size())) {
      faults.add("no acknowledgement of " + booking + " was traced");
    }
    return faults;
  }
}
