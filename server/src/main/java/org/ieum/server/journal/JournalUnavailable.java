package org.ieum.server.journal;

/** The database does not answer. */
public final class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean waits;

  /** About something that was not taken, or about reading. */
  public JournalUnavailable(String message) {
    this(message, false);
  }

  JournalUnavailable(String message, boolean waits) {
    super(message);
    this.waits = waits;
  }

  /**
   * Whether the batch stays in the queue and goes to disk as soon as the database is back. If not,
   * it was never taken, or this process will write nothing more.
   */
  public boolean batchWaits() {
    return waits;
  }
}
