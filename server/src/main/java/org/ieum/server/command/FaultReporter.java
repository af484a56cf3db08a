package org.ieum.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ieum.progress.InputException;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells people what went wrong, one line per fault, and chooses the exit code. Stack traces are for
 * faults of the program only, and go to a file unless they are asked for.
 */
final class FaultReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FaultReporter.class);

  /** Runs the command, or tells all that is wrong with its options. */
  int executeUnlessWrong(ParseResult parsed) {
    Integer helpExitCode = CommandLine.executeHelpRequest(parsed);
    if (helpExitCode != null) {
      return helpExitCode;
    }
    List<Exception> faults = new ArrayList<>();
    ParseResult last = parsed;
    for (ParseResult part :
        parsed.asCommandLineList().stream().map(CommandLine::getParseResult).toList()) {
      faults.addAll(part.errors());
      last = part;
    }
    if (faults.isEmpty()) {
      return new CommandLine.RunLast().execute(parsed);
    }
    CommandLine commandLine = last.commandSpec().commandLine();
    Set<String> lines = new LinkedHashSet<>();
    for (Exception fault : faults) {
      lines.add(text(fault));
    }
    lines.forEach(commandLine.getErr()::println);
    seeHelp(commandLine);
    return ExitCodes.INPUT;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    exception.getCommandLine().getErr().println(text(exception));
    seeHelp(exception.getCommandLine());
    return ExitCodes.INPUT;
  }

  private static void seeHelp(CommandLine commandLine) {
    commandLine.getErr().println("see " + commandLine.getCommandSpec().qualifiedName() + " --help");
  }

  private static String text(Exception fault) {
    if (!(fault instanceof UnmatchedArgumentException unmatched)) {
      return "error: " + fault.getMessage();
    }
    String argument = unmatched.getUnmatched().get(0);
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    boolean isOption = unmatched.isUnknownOption();
    return "error: unknown "
        + (isOption ? "option" : "argument")
        + " '"
        + argument
        + "'"
        + Spelling.findNearest(
                argument, isOption ? command.optionsMap().keySet() : command.subcommands().keySet())
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    return report(exception, commandLine.getErr());
  }

  /** Tells what went wrong while a command ran. */
  int report(Throwable fault, PrintWriter err) {
    if (fault instanceof InputException input) {
      tell(input, err);
      return ExitCodes.INPUT;
    }
    if (fault instanceof JournalDamaged || fault instanceof JournalUnavailable) {
      tell(String.valueOf(fault.getMessage()), err);
      return ExitCodes.INPUT;
    }
    IOException file = fileFault(fault);
    if (file != null) {
      tell(text(file), err);
      return ExitCodes.INPUT;
    }
    if (fault instanceof OutOfMemoryError) {
      tell(
          "out of memory: "
              + Runtime.getRuntime().maxMemory() / (1 << 20)
              + " MB are not enough; give more with IEUM_JAVA_OPTS=-Xmx4g",
          err);
      return ExitCodes.BUG;
    }
    tellBug(fault, err);
    return ExitCodes.BUG;
  }

  /** A line for people, or for the program that reads the log. */
  private static void tell(String fault, PrintWriter err) {
    if (Logs.isJson()) {
      LOG.error("{}", fault);
    } else {
      err.println("error: " + fault);
    }
  }

  private static void tell(InputException input, PrintWriter err) {
    for (String fault : input.faults()) {
      tell(fault, err);
    }
    int more = input.count() - input.faults().size();
    if (more > 0 && !Logs.isJson()) {
      err.println("… and " + more + " more");
    }
  }

  private static @Nullable IOException fileFault(Throwable fault) {
    if (fault instanceof IOException io) {
      return io;
    }
    return fault instanceof UncheckedIOException unchecked ? unchecked.getCause() : null;
  }

  private static String text(IOException fault) {
    if (fault instanceof FileSystemException file) {
      String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return file.getFile() + ": cannot be read or written: " + reason;
    }
    return "a file cannot be read or written: " + fault.getMessage();
  }

  private static void tellBug(Throwable bug, PrintWriter err) {
    String what = String.valueOf(bug).lines().findFirst().orElse("");
    if (Logs.isJson()) {
      LOG.error("this is a bug in ieum, please report it: {}", what, bug);
      return;
    }
    tell("this is a bug in ieum, please report it: " + what, err);
    if (Logs.isVerbose()) {
      bug.printStackTrace(err);
      return;
    }
    try {
      Path log = Files.createTempFile("ieum-bug-", ".log");
      try (PrintWriter file = new PrintWriter(log.toFile(), StandardCharsets.UTF_8)) {
        bug.printStackTrace(file);
      }
      err.println("its stack trace is in " + log);
    } catch (IOException e) {
      err.println("--verbose shows its stack trace");
    }
  }
}
