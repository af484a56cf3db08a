package org.ieum.server.command;

import picocli.CommandLine.Option;

/** Options of every command. */
@OptionGroup(CommonOptions.HEADING)
final class CommonOptions {
  static final String HEADING = "Common";

  @Option(
      names = "--json",
      description = "Print the result as JSON on standard output, and nothing else there.")
  boolean isJson;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log more, and show the stack trace of a fault of the program.")
  boolean isVerbose;
}
