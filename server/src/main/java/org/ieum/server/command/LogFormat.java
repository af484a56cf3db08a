package org.ieum.server.command;

/** How log lines are written. */
enum LogFormat {
  /** For people. */
  TEXT,
  /** One JSON object a line, with the time, the level and the request's id. */
  JSON
}
