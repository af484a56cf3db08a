package org.ieum.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The map that is prepared. */
@OptionGroup("Map")
final class ExtractOptions {
  @Option(
      names = "--osm",
      required = true,
      paramLabel = "FILE",
      description = "OpenStreetMap extract, .osm.pbf.")
  Path extract;
}
