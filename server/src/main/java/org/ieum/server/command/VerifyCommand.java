package org.ieum.server.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ieum.progress.InputException;
import org.ieum.server.journal.JournalDamaged;
import org.ieum.server.journal.JournalStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks that a journal is what was written. */
@Command(
    name = "verify",
    description =
        "Checks the journal of a server, also while it runs: no event is missing, and none was"
            + " changed.")
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
    Map<String, Long> events = new LinkedHashMap<>();
    Map<String, Long> deleted = new LinkedHashMap<>();
    try (JournalStore store = JournalStore.open(journal.db)) {
      for (String area : store.areas()) {
        events.put(area, store.verify(area));
        deleted.put(area, store.deletedUpTo(area));
      }
    } catch (JournalDamaged e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    return new Result(events, deleted);
  }

  /** The areas and the numbers of their last events, and of the last that were deleted as old. */
  private record Result(Map<String, Long> events, Map<String, Long> deleted)
      implements CommandResult {
    @Override
    public String toText() {
      StringBuilder text = new StringBuilder();
      events.forEach(
          (area, last) ->
              text.append(
                  String.format(
                      Locale.ROOT,
                      "%-32s %,12d events, chain intact%s%n",
                      area,
                      last,
                      kept(deleted.getOrDefault(area, 0L)))));
      return events.isEmpty() ? "no events" : text.toString();
    }

    private static String kept(long deleted) {
      return deleted == 0 ? "" : String.format(Locale.ROOT, ", those up to %,d deleted", deleted);
    }

    @Override
    public String toJson() {
      StringBuilder text = new StringBuilder("{");
      events.forEach(
          (area, last) ->
              text.append(text.length() > 1 ? ", " : "")
                  .append('"')
                  .append(area)
                  .append("\": ")
                  .append(last));
      return text.append('}').toString();
    }
  }
}
