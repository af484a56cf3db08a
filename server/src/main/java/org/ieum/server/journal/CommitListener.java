package org.ieum.server.journal;

/** Told after each transaction, on the committer's thread; must be quick. */
@FunctionalInterface
public interface CommitListener {
  /**
   * Something came to disk.
   *
   * @param area whose journal it was
   * @param batches in the transaction
   * @param events in the transaction
   * @param nanos from its first statement to the end of its commit
   */
  void committed(String area, int batches, int events, long nanos);
}
