package org.ieum.server.command;

import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A demonstration with simulated riders. */
@OptionGroup("Demonstration")
final class DemoOptions {
  @Option(
      names = "--demo",
      description =
          "Open without keys, on this machine only and with a journal of its own, with simulated"
              + " riders and vehicles that use the HTTP API.")
  boolean isOn;

  @Option(
      names = "--riders",
      paramLabel = "NUMBER",
      description = "Simulated riders an hour, 0 to 100,000; 200 if not given.")
  @Nullable Integer riders;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "1.0",
      description = "How much faster than the clock on the wall the demonstration runs, 1 to 100.")
  double speed;

  /** Simulated riders an hour. */
  int riders() {
    return riders == null ? 200 : riders;
  }

  /** Fails unless these options go together, and with those of the server. */
  void check(ServeOptions server) {
    String host = server.host;
    if (isOn && !host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("::1")) {
      throw new InputException(
          "--demo is open without keys and needs --host 127.0.0.1, was " + host);
    }
    if (isOn && (server.data != null || server.db != null)) {
      throw new InputException(
          "--demo has a journal of its own, open without keys, and takes no "
              + (server.data != null ? "--data, was " + server.data : "--db, was " + server.db));
    }
    if (!isOn && riders != null) {
      throw new InputException("--riders needs --demo");
    }
    if (riders() < 0 || riders() > 100_000) {
      throw new InputException("--riders must be from 0 to 100,000, was " + riders);
    }
    if (!(speed >= 1 && speed <= 100)) {
      throw new InputException("--speed must be from 1 to 100, was " + speed);
    }
    if (!isOn && speed != 1) {
      throw new InputException("--speed needs --demo");
    }
  }
}
