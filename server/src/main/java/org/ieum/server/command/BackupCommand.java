package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ieum.server.journal.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a server's state into one file. */
@Command(
    name = "backup",
    description =
        "Copies the state of a server into one file, also while it runs: all that it acknowledged"
            + " before, from one moment, with its chain checked. `ieum restore` brings it back,"
            + " into either database.")
final class BackupCommand extends BaseCommand {
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final TargetOptions target = new TargetOptions();

  /** Where it goes. */
  @OptionGroup("Backup")
  static final class TargetOptions {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "File to write, which must not be there.")
    Path out;
  }

  @Override
  CommandResult execute() throws IOException {
    Path keys = store.keys();
    Map<String, String> files =
        Files.exists(keys) ? Map.of(FirstKey.KEYS, Files.readString(keys)) : Map.of();
    Backup.Result result =
        Backup.take(
            store.database(), System.getenv(), files, target.out, System.currentTimeMillis());
    return new Copied(target.out, new TreeMap<>(result.events()), result.rows(), result.bytes());
  }

  /** What is in the file. */
  private record Copied(Path file, Map<String, Long> events, long rows, long bytes)
      implements CommandResult {
    @Override
    public String toText() {
      return CopiedText.lines(events)
          + String.format(Locale.ROOT, "%,d rows, %,d bytes in %s", rows, bytes, file);
    }

    @Override
    public String toJson() {
      return String.format(
          Locale.ROOT,
          "{\"events\": %s, \"rows\": %d, \"bytes\": %d}",
          CopiedText.json(events),
          rows,
          bytes);
    }
  }
}
