package org.ieum.server.command;

import picocli.CommandLine.Option;

/** Options that explain instead of doing something. */
@OptionGroup(CommonOptions.HEADING)
final class HelpOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean isHelpWanted;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean isVersionWanted;
}
