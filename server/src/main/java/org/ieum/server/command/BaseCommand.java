package org.ieum.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * What all commands share: the values in effect are logged first, and the result is printed last. A
 * command declares its options in classes marked with {@link OptionGroup}, each a {@code @Mixin}
 * field.
 */
abstract class BaseCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(BaseCommand.class);

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin final HelpOptions help = new HelpOptions();
  @Spec private CommandSpec spec;

  /**
   * Does the work.
   *
   * @throws org.ieum.progress.InputException when an input or option is wrong
   * @throws IOException when a file or folder cannot be read or written
   */
  abstract CommandResult execute() throws IOException;

  /** What has to be set before anything is logged. */
  void beforeFirstLine() {}

  /** The value in effect of each option by its name without dashes, in the order of the help. */
  final Map<String, String> effectiveValues() {
    Map<String, String> values = new LinkedHashMap<>();
    for (List<OptionSpec> group : OptionGroups.of(spec).values()) {
      for (OptionSpec option : group) {
        values.put(option.longestName().replaceFirst("^--", ""), EffectiveOptions.value(option));
      }
    }
    return values;
  }

  @Override
  public final Integer call() throws IOException {
    Logs.setVerbose(common.isVerbose);
    beforeFirstLine();
    LOG.info("{}", new EffectiveOptions(spec.commandLine().getParseResult()).text());
    CommandResult result = execute();
    PrintWriter out = spec.commandLine().getOut();
    out.println(common.isJson ? result.toJson().strip() : result.toText().stripTrailing());
    return ExitCodes.OK;
  }
}
