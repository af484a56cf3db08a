package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ieum.progress.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the commands that measure have in common: a file for their results, and their faults. */
abstract class BenchmarkCommand implements Callable<Integer> {
  private static final int LAST = 1_000;

  @Option(
      names = "--out",
      order = LAST,
      paramLabel = "FILE",
      description = "write the results as JSON, a list of objects; missing folders are made")
  private @Nullable Path file;

  @Option(names = "--help", order = LAST + 1, usageHelp = true, description = "show this and end")
  @SuppressWarnings("UnusedVariable") // picocli asks for it
  private boolean help;

  /** Runs a command and ends the program: with 2 on wrong options, else as the command says. */
  static void exit(BenchmarkCommand command, String[] args) {
    CommandLine line = new CommandLine(command);
    line.setExecutionExceptionHandler(
        (fault, failed, parsed) -> {
          if (!(fault instanceof InputException)) {
            throw fault;
          }
          System.err.println("error: " + fault.getMessage());
          return 2;
        });
    System.exit(line.execute(args));
  }

  @Override
  public final Integer call() throws IOException, InterruptedException {
    if (file != null) {
      ResultFile.prepare(file);
    }
    return measure();
  }

  /** Measures and reports; returns the exit code. */
  abstract int measure() throws IOException, InterruptedException;

  /** Prints results with their targets, and writes them if a file was asked for. */
  final void report(List<Result> results) throws IOException {
    new ResultTable(System.out).report(results, file);
  }

  /** Writes results if a file was asked for. */
  final void write(List<Result> results) throws IOException {
    if (file != null) {
      ResultFile.write(file, results);
    }
  }
}
