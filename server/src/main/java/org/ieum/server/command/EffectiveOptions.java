package org.ieum.server.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ieum.model.LatLon;
import org.ieum.server.quantity.Choices;
import org.ieum.server.quantity.Coordinates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The values with which a command runs, one aligned line per option. */
final class EffectiveOptions {
  private static final String UNSET = "-";

  private final ParseResult parsed;

  EffectiveOptions(ParseResult parsed) {
    this.parsed = parsed;
  }

  /** The command's name and below it all options but those for help; {@code *} marks changes. */
  String text() {
    List<OptionSpec> options = new ArrayList<>();
    int width = 0;
    for (List<OptionSpec> group : OptionGroups.of(parsed.commandSpec()).values()) {
      for (OptionSpec option : group) {
        if (!option.usageHelp() && !option.versionHelp()) {
          options.add(option);
          width = Math.max(width, option.longestName().length());
        }
      }
    }
    StringBuilder text = new StringBuilder(parsed.commandSpec().name());
    text.append(" (* = not the default)");
    for (OptionSpec option : options) {
      String value = value(option);
      char mark = value.equals(defaultValue(option)) ? ' ' : '*';
      String line = "%n  %c %-" + width + "s  %s";
      text.append(String.format(Locale.ROOT, line, mark, option.longestName(), value));
    }
    return text.toString();
  }

  /** The value in effect, written as people write it. */
  static String value(OptionSpec option) {
    return text(option.getValue());
  }

  /** The default as the annotation has it. */
  static String defaultValue(OptionSpec option) {
    if (option.defaultValue() == null) {
      return option.typeInfo().isBoolean() ? "no" : UNSET;
    }
    return option.defaultValue();
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return UNSET;
    }
    if (value instanceof Boolean isSet) {
      return isSet ? "yes" : "no";
    }
    if (value instanceof LatLon place) {
      return Coordinates.text(place);
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(EffectiveOptions::text).collect(Collectors.joining(","));
    }
    return value instanceof Enum<?> choice ? Choices.text(choice) : value.toString();
  }
}
