package org.ieum.server.command;

import org.ieum.server.config.RepositionSource;
import org.ieum.server.config.RepositioningConfig;
import picocli.CommandLine.Option;

/** Whether a server moves idle vehicles to where riders are expected. */
@OptionGroup("Idle vehicles")
final class MoverOptions {
  @Option(
      names = "--reposition",
      paramLabel = "WHICH",
      defaultValue = "off",
      description =
          "history: idle vehicles drive to where rides of that weekday and hour were booked from in"
              + " the last four weeks, by the area's own journal. off: they wait where they are.")
  RepositionSource source;

  /** The same as in the file of an area. */
  RepositioningConfig toConfig() {
    return new RepositioningConfig(source);
  }
}
