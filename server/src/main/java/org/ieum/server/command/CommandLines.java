package org.ieum.server.command;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.ieum.fare.RiderKind;
import org.ieum.model.LatLon;
import org.ieum.osmdata.stops.StopChoice;
import org.ieum.road.KerbSide;
import org.ieum.server.config.OptimizerChoice;
import org.ieum.server.config.RepositionSource;
import org.ieum.server.http.Role;
import org.ieum.server.quantity.Choices;
import org.ieum.server.quantity.Coordinates;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.Seating;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The whole command line with its conventions. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * Runs one command.
   *
   * @param out for its result
   * @param err for faults
   * @return the exit code: 0 when all is well, 2 on wrong input, 1 on a fault of the program
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    Logs.start();
    CommandLine commandLine = create().setOut(out).setErr(err);
    try {
      return commandLine.execute(args);
    } catch (VirtualMachineError e) {
      return new FaultReporter().report(e, err);
    }
  }

  /** The command line without its streams. */
  static CommandLine create() {
    FaultReporter faults = new FaultReporter();
    CommandLine commandLine = new CommandLine(new RootCommand());
    commandLine
        .registerConverter(Path.class, converter(CommandLines::path))
        .registerConverter(Integer.class, converter(CommandLines::wholeNumber))
        .registerConverter(int.class, converter(CommandLines::wholeNumber))
        .registerConverter(Long.class, converter(CommandLines::longNumber))
        .registerConverter(long.class, converter(CommandLines::longNumber))
        .registerConverter(Double.class, converter(CommandLines::number))
        .registerConverter(double.class, converter(CommandLines::number))
        .registerConverter(ServiceTime.class, converter(ServiceTime::parse))
        .registerConverter(TimeSpan.class, converter(TimeSpan::parse))
        .registerConverter(Distance.class, converter(Distance::parse))
        .registerConverter(StopChoice.class, converter(Choices.parser(StopChoice.class)))
        .registerConverter(RiderKind.class, converter(Choices.parser(RiderKind.class)))
        .registerConverter(KerbSide.class, converter(Choices.parser(KerbSide.class)))
        .registerConverter(OptimizerChoice.class, converter(Choices.parser(OptimizerChoice.class)))
        .registerConverter(
            RepositionSource.class, converter(Choices.parser(RepositionSource.class)))
        .registerConverter(
            RepositionOptions.Choice.class,
            converter(Choices.parser(RepositionOptions.Choice.class)))
        .registerConverter(LatLon.class, converter(Coordinates::parse))
        .registerConverter(Seating.class, converter(Seating::parse))
        .registerConverter(Role.class, converter(CommandLines::role))
        .registerConverter(LocalDate.class, converter(CommandLines::date))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(faults)
        .setExecutionExceptionHandler(faults)
        .setExecutionStrategy(faults::executeUnlessWrong);
    show(commandLine);
    commandLine.getSubcommands().values().forEach(CommandLines::show);
    return commandLine;
  }

  private static void show(CommandLine commandLine) {
    commandLine
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new GroupedHelp());
    commandLine.getCommandSpec().parser().collectErrors(true);
    commandLine
        .setUsageHelpLongOptionsMaxWidth(30)
        .getCommandSpec()
        .versionProvider(new Version())
        .usageMessage()
        .abbreviateSynopsis(true)
        .showDefaultValues(true)
        .sortOptions(false)
        .width(100);
  }

  private static <T> TextConverter<T> converter(Function<String, T> parser) {
    return new TextConverter<>(parser);
  }

  private static Path path(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Told below, with the text.
    }
    throw new IllegalArgumentException("must be the name of a file or folder, was '" + text + "'");
  }

  /** As in the file of keys, or as other choices are written. */
  private static Role role(String text) {
    return Choices.parser(Role.class).apply(text.replace('_', '-'));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be a date YYYY-MM-DD, was '" + text + "'", e);
    }
  }

  private static Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, was '" + text + "'", e);
    }
  }

  private static Long longNumber(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, was '" + text + "'", e);
    }
  }

  private static Double number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the text.
    }
    throw new IllegalArgumentException("must be a number, was '" + text + "'");
  }
}
