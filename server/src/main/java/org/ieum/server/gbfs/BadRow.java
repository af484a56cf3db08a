package org.ieum.server.gbfs;

/** A row that is left out; says why. */
final class BadRow extends Exception {
  BadRow(String reason) {
    super(reason, null, false, false);
  }
}
