package org.ieum.server.journal;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a journal waits, groups and forgets.
 *
 * @param queue batches that may wait for the disk
 * @param group events that go to disk in one transaction; a batch is never split
 * @param patience after which the caller of a batch that waits is told that its fate is unknown
 * @param retryFirst pause before the database is tried again
 * @param retryLast the same after many failures; the pause doubles up to this
 * @param answersKept how long answers are kept
 * @param clock tells how old answers are
 */
public record JournalOptions(
    int queue,
    int group,
    Duration patience,
    Duration retryFirst,
    Duration retryLast,
    Duration answersKept,
    InstantSource clock) {
  /** What the server uses. */
  public static final JournalOptions DEFAULT =
      new JournalOptions(
          50_000,
          512,
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofHours(24),
          InstantSource.system());

  public JournalOptions {
    if (queue < 1 || group < 1) {
      throw new IllegalArgumentException(
          "queue and group must be >= 1, were " + queue + " and " + group);
    }
  }

  /** The same with another patience. */
  public JournalOptions withPatience(Duration other) {
    return new JournalOptions(queue, group, other, retryFirst, retryLast, answersKept, clock);
  }

  /** The same with another bound of the queue. */
  public JournalOptions withQueue(int other) {
    return new JournalOptions(other, group, patience, retryFirst, retryLast, answersKept, clock);
  }

  /** The same with another time for which answers are kept. */
  public JournalOptions withAnswersKept(Duration other) {
    return new JournalOptions(queue, group, patience, retryFirst, retryLast, other, clock);
  }

  /** The same with another clock. */
  public JournalOptions withClock(InstantSource other) {
    return new JournalOptions(queue, group, patience, retryFirst, retryLast, answersKept, other);
  }
}
