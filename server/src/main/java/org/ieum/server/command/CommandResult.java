package org.ieum.server.command;

/** What a command found out. */
interface CommandResult {
  /** For people: aligned lines with units. */
  String toText();

  /** For programs: one JSON value. */
  String toJson();
}
