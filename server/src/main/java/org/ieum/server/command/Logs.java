package org.ieum.server.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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
}
