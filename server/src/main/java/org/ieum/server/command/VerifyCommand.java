package org.ieum.server.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ieum.server.journal.JournalCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks that a journal is what was written. */
@Command(
    name = "verify",
    description =
        "Checks the journal of a server, also while it runs, and changes nothing: no event was"
            + " changed, and none is missing between others or before the last snapshot. Compare"
            + " the last event with one noted earlier, for the end of a journal can be cut off.")
final class VerifyCommand extends BaseCommand {
  @Mixin private final JournalOptions journal = new JournalOptions();

  /** Which journal. */
  @OptionGroup("Journal")
  static final class JournalOptions {
    @Option(
        names = "--db",
        paramLabel = "URL",
        required = true,
        description = "Database of the journal, e.g. jdbc:sqlite:FILE.")
    String db;
  }

  @Override
  CommandResult execute() {
    return new Result(JournalCheck.run(journal.db, System.getenv()));
  }

  /** The areas and their last events. */
  private record Result(List<JournalCheck.Checked> areas) implements CommandResult {
    @Override
    public String toText() {
      return areas.stream()
          .map(
              checked ->
                  String.format(
                      Locale.ROOT,
                      "%-32s %,12d events, %schain intact, the last has hash %s%n",
                      checked.area(),
                      checked.events(),
                      deleted(checked.deleted()),
                      checked.hash()))
          .collect(Collectors.joining());
    }

    private static String deleted(long upTo) {
      return upTo == 0 ? "" : String.format(Locale.ROOT, "those up to %,d deleted, ", upTo);
    }

    @Override
    public String toJson() {
      return areas.stream()
          .map(
              checked ->
                  String.format(
                      Locale.ROOT,
                      "\"%s\": {\"events\": %d, \"deleted\": %d, \"hash\": \"%s\"}",
                      checked.area(),
                      checked.events(),
                      checked.deleted(),
                      checked.hash()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }
}
