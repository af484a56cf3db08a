package org.ieum.server.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What is logged; where and how stands in {@code logback.xml}. */
final class Logs {
  private static final Logger OWN = (Logger) LoggerFactory.getLogger("org.ieum");

  /** As {@code logback.xml} has it; null before it was replaced. */
  private static @Nullable PatternLayoutEncoder elapsed;

  private static boolean isJson;

  private Logs() {}

  /** Leads the messages of libraries that log with java.util.logging to the same place. */
  static void start() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    setVerbose(false);
    setFormat(null);
  }

  static void setVerbose(boolean isVerbose) {
    OWN.setLevel(isVerbose ? Level.DEBUG : Level.INFO);
  }

  static boolean isVerbose() {
    return OWN.isDebugEnabled();
  }

  static boolean isJson() {
    return isJson;
  }

  /**
   * How lines are written from now on.
   *
   * @param format of a server's lines, which have date and time; null for those of a command that
   *     ends, with the time since its start
   */
  static void setFormat(@Nullable LogFormat format) {
    isJson = format == LogFormat.JSON;
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    if (root.getAppender("stderr") instanceof OutputStreamAppender<ILoggingEvent> lines) {
      if (lines.getEncoder() instanceof PatternLayoutEncoder encoder && elapsed == null) {
        elapsed = encoder;
      }
      if (elapsed != null) {
        lines.setEncoder(
            format == null ? elapsed : isJson ? json(elapsed.getContext()) : dated(elapsed));
      }
    }
  }

  private static Encoder<ILoggingEvent> dated(PatternLayoutEncoder elapsed) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(elapsed.getContext());
    encoder.setCharset(elapsed.getCharset());
    encoder.setPattern(elapsed.getPattern().replace("%elapsed", "%d{yyyy-MM-dd HH:mm:ss.SSSXXX}"));
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(Context context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithNanoseconds(false);
    encoder.start();
    return encoder;
  }
}
