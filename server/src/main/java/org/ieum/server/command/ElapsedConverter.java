package org.ieum.server.command;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Locale;

/** Writes into a log line the seconds since the program started. */
public final class ElapsedConverter extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    long millis = event.getTimeStamp() - event.getLoggerContextVO().getBirthTime();
    return String.format(Locale.ROOT, "%7.1f s", millis / 1000.0);
  }
}
