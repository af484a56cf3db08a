package org.ieum.server.journal;

/** The journal is not what was written. */
public final class JournalDamaged extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JournalDamaged(String message) {
    super(message);
  }
}
