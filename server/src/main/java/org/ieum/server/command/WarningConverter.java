package org.ieum.server.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes into a log line that it is a warning, and nothing when it is not. */
public final class WarningConverter extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return event.getLevel().isGreaterOrEqual(Level.WARN) ? "warning: " : "";
  }
}
