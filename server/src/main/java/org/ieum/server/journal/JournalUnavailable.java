package org.ieum.server.journal;

/** The database does not answer; what was to be written waits. */
public final class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JournalUnavailable(String message) {
    super(message);
  }
}
