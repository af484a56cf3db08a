package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.progress.InputException;
import org.ieum.server.journal.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a server's state back from a backup. */
@Command(
    name = "restore",
    description =
        "Brings the state of a server back from a file of `ieum backup`, into an empty database of"
            + " either kind, and checks its chain. Nothing that is there is ever overwritten.")
final class RestoreCommand extends BaseCommand {
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final SourceOptions source = new SourceOptions();

  /** Where it comes from. */
  @OptionGroup("Backup")
  static final class SourceOptions {
    @Option(names = "--from", paramLabel = "FILE", required = true, description = "The backup.")
    Path from;
  }

  @Override
  CommandResult execute() throws IOException {
    try (DataFolder folder = DataFolder.open(store.folder())) {
      Path hashes = folder.path().resolve(FirstKey.KEYS);
      if (Files.exists(hashes)) {
        throw new InputException(hashes + " is there already; restore into an empty folder");
      }
      Restore.Result result = Restore.run(store.database(), System.getenv(), source.from);
      String keys = result.files().get(FirstKey.KEYS);
      if (keys != null) {
        FirstKey.writePrivately(hashes, keys);
      }
      return new Restored(new TreeMap<>(result.events()), result.rows(), result.taken());
    }
  }

  /** What is there again. */
  private record Restored(Map<String, Long> events, long rows, long taken)
      implements CommandResult {
    @Override
    public String toText() {
      return CopiedText.lines(events)
          + String.format(
              Locale.ROOT, "%,d rows, as they were at %s", rows, Instant.ofEpochMilli(taken));
    }

    @Override
    public String toJson() {
      return String.format(
          Locale.ROOT,
          "{\"events\": %s, \"rows\": %d, \"taken\": \"%s\"}",
          CopiedText.json(events),
          rows,
          Instant.ofEpochMilli(taken));
    }
  }
}
