package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Stops a PostgreSQL and starts it again on the same data, with the same options. The file {@code
 * postmaster.opts} of the data tells with which program it was started and how.
 */
final class PostgresSwitch {
  private final Path data;
  private final Path programs;
  private final String options;

  private PostgresSwitch(Path data, Path programs, String options) {
    this.data = data;
    this.programs = programs;
    this.options = options;
  }

  /** Of one that runs on a folder. */
  static PostgresSwitch of(Path data) throws IOException {
    String started = Files.readString(data.resolve("postmaster.opts")).strip();
    int end = started.indexOf(" \"");
    Path program = Path.of(started.substring(0, end));
    return new PostgresSwitch(data, program.resolveSibling("pg_ctl"), started.substring(end + 1));
  }

  /** Lets it end what it does, and waits until it is gone. */
  void stop() throws IOException, InterruptedException {
    control("stop", "-m", "fast");
  }

  /** Ends all its processes at once, as when their machine loses power. */
  void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle first =
        ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL does not run"));
    List<ProcessHandle> all = new ArrayList<>();
    all.add(first);
    // The first would start the others anew.
    List<ProcessHandle> children = first.descendants().toList();
    first.destroyForcibly();
    for (ProcessHandle child : children) {
      child.destroyForcibly();
      all.add(child);
    }
    for (ProcessHandle one : all) {
      one.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
  }

  /** Starts it and waits until it takes connections. */
  void start() throws IOException, InterruptedException {
    control("start", "-l", data.resolveSibling("postgres.log").toString(), "-o", options);
  }

  private void control(String action, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root; in a name space of its own nobody is.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(programs.toString(), action, "-w", "-D", data.toString()));
    command.addAll(List.of(more));
    Path log = data.resolveSibling("pg_ctl.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("pg_ctl " + action + " failed:\n" + Files.readString(log));
    }
  }
}
