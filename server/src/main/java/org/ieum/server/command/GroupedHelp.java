package org.ieum.server.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the options of a command under their headings. */
final class GroupedHelp implements IHelpSectionRenderer {
  @Override
  public String render(Help help) {
    StringBuilder text = new StringBuilder();
    Map<String, List<OptionSpec>> groups = OptionGroups.of(help.commandSpec());
    List<OptionSpec> all = groups.values().stream().flatMap(List::stream).toList();
    groups.forEach(
        (heading, options) -> {
          // All of the options decide how wide the columns are, so that the groups line up.
          Help.Layout layout = help.createDefaultLayout(all, List.of(), help.colorScheme());
          layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
          text.append(String.format("%n%s:%n%s", heading, layout));
        });
    return text.toString();
  }
}
