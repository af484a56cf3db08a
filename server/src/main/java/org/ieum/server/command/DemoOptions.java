package org.ieum.server.command;

import org.ieum.progress.InputException;
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
      defaultValue = "200",
      description = "Simulated riders an hour, 0 to 100,000.")
  int riders;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "1.0",
      description = "How much faster than the clock on the wall the demonstration runs, 1 to 100.")
  double speed;

  void check(String host) {
    if (isOn && !host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("::1")) {
      throw new InputException(
          "--demo is open without keys and needs --host 127.0.0.1, was " + host);
    }
    if (riders < 0 || riders > 100_000) {
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
