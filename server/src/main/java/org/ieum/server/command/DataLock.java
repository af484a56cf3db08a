package org.ieum.server.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ieum.progress.InputException;

/** Whose a data folder is: two servers on one would each write what the other does not know. */
final class DataLock {
  private DataLock() {}

  /** Holds a folder until the file is closed. */
  static FileChannel take(Path data) throws IOException {
    FileChannel file =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      throw new InputException("--data " + data + " is in use by another server");
    }
    return file;
  }
}
