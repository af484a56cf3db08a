package org.ieum.server.command;

import java.time.Clock;
import java.time.Duration;
import org.ieum.progress.InputException;
import org.ieum.server.journal.JournalOptions;
import org.ieum.server.journal.JournalStore;
import org.ieum.server.quantity.TimeSpan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long what is over is kept. */
@OptionGroup("Retention")
final class RetentionOptions {
  private static final int LONGEST_DAYS = 36_500;

  /** Nobody may book so far ahead that a rider who still has a ride counts as gone. */
  private static final int SHORTEST_DAYS = 30;

  @Option(
      names = "--keep-events",
      paramLabel = "DAYS",
      description =
          "Days that events are kept, 30 to 36500: what happened to rides and vehicles, with the"
              + " riders' ids. The chain of those that stay can still be checked. For ever if not"
              + " given.")
  @Nullable Integer events;

  @Option(
      names = "--keep-riders",
      paramLabel = "DAYS",
      description =
          "Days that names and telephone numbers of riders are kept after they were noted and after"
              + " the last booking, 30 to --keep-events. For ever if not given.")
  @Nullable Integer riders;

  @Option(
      names = "--keep-answers",
      paramLabel = "DURATION",
      defaultValue = "24h",
      description =
          "How long a command with the same idempotency key gets the same answer, 1h to 336h.")
  TimeSpan answers;

  void check() {
    checkDays("--keep-events", events);
    checkDays("--keep-riders", riders);
    if (events != null && riders != null && riders > events) {
      throw new InputException(
          "--keep-riders must be at most --keep-events, for events tell who has booked, was "
              + riders
              + " > "
              + events);
    }
    if (answers.millis() < 3_600_000) {
      throw new InputException("--keep-answers must be from 1h to 336h, was " + answers);
    }
  }

  private static void checkDays(String name, @Nullable Integer days) {
    if (days != null && (days < SHORTEST_DAYS || days > LONGEST_DAYS)) {
      throw new InputException(
          name + " must be from " + SHORTEST_DAYS + " to " + LONGEST_DAYS + " days, was " + days);
    }
  }

  JournalOptions on(JournalOptions options) {
    return options.withAnswersKept(Duration.ofMillis(answers.millis()));
  }

  /** Begins to forget, now and then, for as long as the process lives. */
  void start(JournalStore store, Clock clock) {
    if (events != null || riders != null) {
      new Retention(store, clock, events, riders).start();
    }
  }
}
