package org.ieum.server.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What is logged; where and how stands in {@code logback.xml}. */
final class Logs {
  private static final Logger OWN = (Logger) LoggerFactory.getLogger("org.ieum");

  private Logs() {}

  /** Leads the messages of libraries that log with java.util.logging to the same place. */
  static void start() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    setVerbose(false);
  }

  static void setVerbose(boolean isVerbose) {
    OWN.setLevel(isVerbose ? Level.DEBUG : Level.INFO);
  }

  static boolean isVerbose() {
    return OWN.isDebugEnabled();
  }

  /** How lines are written from now on. */
  static void setFormat(LogFormat format) {
    if (format == LogFormat.TEXT) {
      return;
    }
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    if (root.getAppender("stderr") instanceof OutputStreamAppender<ILoggingEvent> lines) {
      JsonEncoder encoder = new JsonEncoder();
      encoder.setContext(root.getLoggerContext());
      encoder.setWithFormattedMessage(true);
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithContext(false);
      encoder.setWithNanoseconds(false);
      encoder.start();
      lines.setEncoder(encoder);
    }
  }
}
