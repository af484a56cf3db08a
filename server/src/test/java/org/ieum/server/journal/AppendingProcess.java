package org.ieum.server.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A process that appends until it is killed and prints the number of each event that is on disk.
 */
final class AppendingProcess {
  private static final int IN_FLIGHT = 20;

  private AppendingProcess() {}

  /** Takes the URL of a database and an area. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Semaphore free = new Semaphore(IN_FLIGHT);
    try (JournalStore store = JournalStore.open(arguments[0], JournalOptions.DEFAULT, Map.of())) {
      Journal journal = store.journal(arguments[1]);
      journal.verify();
      long seq = journal.lastSeq();
      while (true) {
        free.acquire();
        long last = seq + 1 + seq % 3;
        var unused =
            journal
                .append(Batches.batch(seq + 1, last))
                .thenRun(
                    () -> {
                      out.println(last);
                      free.release();
                    });
        seq = last;
      }
    }
  }

  /** Starts one with the classes of this process. */
  static Process start(String url, String area) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            AppendingProcess.class.getName(),
            url,
            area)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
