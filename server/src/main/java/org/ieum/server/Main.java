package org.ieum.server;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.ieum.server.command.CommandLines;

/** Starts the program. Ends with 0 when all is well, 2 on wrong input, 1 on a fault of its own. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(utf8(System.out), utf8(System.err), args));
  }

  /**
   * Runs one command.
   *
   * @param out for its result
   * @param err for faults; progress goes to the standard error stream
   * @return the exit code
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    int exitCode = CommandLines.run(out, err, args);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
