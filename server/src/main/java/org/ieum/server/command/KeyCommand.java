package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ieum.progress.InputException;
import org.ieum.server.api.RiderIds;
import org.ieum.server.http.KeyFile;
import org.ieum.server.http.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds a key, which is shown this once. */
@Command(
    name = "key",
    description =
        "Adds a key to those of a server and prints it; only its hash is kept. The server knows it"
            + " after its next start.")
final class KeyCommand extends BaseCommand {
  private static final Logger LOG = LoggerFactory.getLogger(KeyCommand.class);

  /** What can stand in a line of the file, and in JSON, as it is. */
  private static final Pattern SUBJECT =
      Pattern.compile("(?=\\S)[^,\"\\\\\\p{Cntrl}]{0,127}[^,\"\\\\\\p{Cntrl}\\s]");

  @Mixin private final KeyOptions key = new KeyOptions();

  /** Whose key it is, and where it goes. */
  @OptionGroup("Key")
  static final class KeyOptions {
    @Option(
        names = "--role",
        paramLabel = "ROLE",
        required = true,
        description = "rider, driver, call-agent, dispatcher, planner or admin.")
    Role role;

    @Option(
        names = "--subject",
        paramLabel = "ID",
        description = "The rider of a rider's key, the vehicle of a driver's.")
    @Nullable String subject;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "Folder of the server's keys; $XDG_DATA_HOME/ieum or ~/.local/share/ieum if not"
                + " given.")
    @Nullable Path data;
  }

  @Override
  CommandResult execute() throws IOException {
    boolean needsSubject = key.role == Role.RIDER || key.role == Role.DRIVER;
    String subject = key.subject == null ? "" : key.subject;
    if (needsSubject != (key.subject != null)) {
      throw new InputException(
          "--role " + key.role.label() + (needsSubject ? " needs" : " takes no") + " --subject");
    }
    if (needsSubject && !SUBJECT.matcher(subject).matches()) {
      throw new InputException(
          "--subject must be an id without commas, quotes and control characters, was '"
              + subject
              + "'");
    }
    if (key.role == Role.RIDER && RiderIds.isGuest(subject)) {
      throw new InputException("--subject must not be a guest, was '" + subject + "'");
    }
    Path data = Files.createDirectories(key.data == null ? UserFolders.data() : key.data);
    String secret = KeyFile.newKey();
    FirstKey.add(data, secret, key.role, subject);
    LOG.info("a server on {} knows the key after its next start", data);
    return new Result(secret, key.role, subject);
  }

  /** The new key. */
  private record Result(String key, Role role, String subject) implements CommandResult {
    @Override
    public String toText() {
      return key;
    }

    @Override
    public String toJson() {
      return String.format(
          "{\"key\": \"%s\", \"role\": \"%s\", \"subject\": \"%s\"}", key, role.label(), subject);
    }
  }
}
