package org.ieum.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: help, version, and the list of commands. */
@Command(
    name = "ieum",
    description = "Plans, simulates and dispatches on-demand bus services.",
    subcommands = {
      SimulateCommand.class,
      ServeCommand.class,
      VerifyCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      KeyCommand.class,
      JourneyCommand.class,
      PrepareCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Ends with 0 when all is well, 2 when an option or input is wrong, 1 on a fault of its own."
    })
final class RootCommand implements Callable<Integer> {
  @Mixin final HelpOptions help = new HelpOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine commandLine = spec.commandLine();
    throw new ParameterException(
        commandLine,
        "Missing command: " + String.join(", ", commandLine.getSubcommands().keySet()));
  }
}
