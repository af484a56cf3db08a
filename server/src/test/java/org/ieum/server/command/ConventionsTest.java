package org.ieum.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every option of every command, also those that are yet to come. */
final class ConventionsTest {
  private static List<CommandSpec> commands() {
    return CommandLines.create().getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .toList();
  }

  private static Stream<OptionSpec> options() {
    return commands().stream().flatMap(command -> command.options().stream());
  }

  @Test
  void everyCommandSaysWhatItDoes() {
    assertFalse(commands().isEmpty());
    for (CommandSpec command : commands()) {
      assertTrue(command.usageMessage().description().length > 0, command.name());
      assertTrue(command.userObject() instanceof BaseCommand, command.name());
    }
  }

  @Test
  void everyOptionHasAHelpSentenceAndAHeading() {
    commands().forEach(command -> assertTrue(OptionGroups.of(command).size() > 1, command.name()));
    options()
        .forEach(
            option -> {
              assertEquals(1, option.description().length, option.longestName());
              assertTrue(option.description()[0].endsWith("."), option.longestName());
              assertTrue(option.longestName().matches("--[a-z][a-z-]*"), option.longestName());
            });
  }

  @Test
  void everyOptionIsRequiredOrHasADefaultOrMayBeMissing() {
    options()
        .filter(option -> !option.typeInfo().isBoolean())
        .forEach(
            option -> {
              Field field = (Field) option.userObject();
              boolean mayBeMissing = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
              boolean hasDefault = option.defaultValue() != null;
              int ways =
                  (option.required() ? 1 : 0) + (hasDefault ? 1 : 0) + (mayBeMissing ? 1 : 0);
              assertEquals(1, ways, option.longestName());
            });
  }

  /** So that a value counts as changed only when it is. */
  @Test
  void defaultsAreWrittenAsTheLogWritesThem() {
    for (CommandSpec command : commands()) {
      command.root().commandLine().parseArgs(command.name());
      for (OptionSpec option : command.options()) {
        assertEquals(
            EffectiveOptions.defaultValue(option),
            EffectiveOptions.value(option),
            option.longestName());
      }
    }
  }
}
