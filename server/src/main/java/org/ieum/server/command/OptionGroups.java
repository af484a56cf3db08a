package org.ieum.server.command;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command under the headings of their classes, in the order declared. */
final class OptionGroups {
  private OptionGroups() {}

  /** Options by heading; those that all commands share come last. */
  static Map<String, List<OptionSpec>> of(CommandSpec command) {
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        groups.computeIfAbsent(heading(option), name -> new ArrayList<>()).add(option);
      }
    }
    List<OptionSpec> common = groups.remove(CommonOptions.HEADING);
    if (common != null) {
      groups.put(CommonOptions.HEADING, common);
    }
    return groups;
  }

  private static String heading(OptionSpec option) {
    Class<?> declaring = ((Member) option.userObject()).getDeclaringClass();
    OptionGroup group = declaring.getAnnotation(OptionGroup.class);
    if (group == null) {
      throw new IllegalStateException(declaring + " with " + option + " has no @OptionGroup");
    }
    return group.value();
  }
}
