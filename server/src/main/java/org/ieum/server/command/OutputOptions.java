package org.ieum.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the result goes. */
@OptionGroup("Output")
final class OutputOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for the files; made when missing, files of an earlier run are replaced.")
  Path folder;
}
