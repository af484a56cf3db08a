package org.ieum.server.command;

/** How the program ends. */
final class ExitCodes {
  static final int OK = 0;

  /** A fault of the program. */
  static final int BUG = 1;

  /** A fault of the command line, of a file, or of a folder. */
  static final int INPUT = 2;

  private ExitCodes() {}
}
