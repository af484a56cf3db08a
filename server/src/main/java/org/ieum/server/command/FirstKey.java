package org.ieum.server.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.ieum.progress.InputException;
import org.ieum.server.http.ApiKeys;
import org.ieum.server.http.KeyFile;
import org.ieum.server.http.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in the data folder; the first start makes one for the administrator. */
final class FirstKey {
  private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

  /** Name of the file with the hashes of all keys. */
  static final String KEYS = "keys.csv";

  private FirstKey() {}

  static ApiKeys open(Path data) throws IOException {
    Path keys = data.resolve(KEYS);
    if (!Files.exists(keys)) {
      String key = KeyFile.newKey();
      Path secret = data.resolve("admin.key");
      writePrivately(secret, key + "\n");
      writePrivately(keys, KeyFile.text(key, Role.ADMIN, ""));
      LOG.info("the administrator's key is in {}", secret.toAbsolutePath().normalize());
    }
    return KeyFile.read(keys);
  }

  /** Adds a key to a server's; the administrator's is made before if there is none. */
  static void add(Path data, String key, Role role, String subject) throws IOException {
    open(data);
    Path keys = data.resolve(KEYS);
    Path next = data.resolve(KEYS + ".next");
    writePrivately(next, KeyFile.text(Files.readString(keys), key, role, subject));
    try {
      hand(next, keys);
      // In one step, so that a server that starts meanwhile reads the old or the new file.
      Files.move(next, keys, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** Gives a file to those who have the one that it replaces, so that the server can read it. */
  private static void hand(Path next, Path old) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(next, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes mine = view.readAttributes();
    PosixFileAttributes theirs = Files.readAttributes(old, PosixFileAttributes.class);
    try {
      if (!mine.group().equals(theirs.group())) {
        view.setGroup(theirs.group());
      }
      if (!mine.owner().equals(theirs.owner())) {
        view.setOwner(theirs.owner());
      }
      view.setPermissions(theirs.permissions());
    } catch (FileSystemException e) {
      throw new InputException(
          String.format(
              "%s is of %s:%s and would become yours: add keys as that user, or as root",
              old, theirs.owner().getName(), theirs.group().getName()));
    }
  }

  /** Writes a file that only its owner reads. */
  static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
