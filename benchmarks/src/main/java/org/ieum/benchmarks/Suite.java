package org.ieum.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All benchmarks in one run; {@code benchmarks/run} starts it. */
@Command(
    name = "benchmarks/run",
    sortOptions = false,
    description = {
      "Measures kernels and whole dispatch in multiples of one yardstick q, a frozen one-to-one"
          + " query that runs in the same process on the same graph. Porto and the instances that"
          + " KaRRi solved are taken from ../shared where that is there, the embedded area and a"
          + " made-up day otherwise."
    })
public final class Suite implements Callable<Integer> {
  @Option(
      names = "--quick",
      description = "a short form on the embedded area, the same on every machine")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the results as JSON, a list of objects")
  private @Nullable Path file;

  @Option(names = "--help", usageHelp = true, description = "show this and end")
  @SuppressWarnings("UnusedVariable") // picocli asks for it
  private boolean help;

  private final PrintStream out = System.out;

  /** Measures; ends with 2 on wrong options, 1 on a fault or a result worse than the baseline. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Suite()).execute(args));
  }

  @Override
  public Integer call() {
    City city = new City();
    if (quick) {
      city = City.embedded();
    } else {
      city.read();
    }
    ResultTable table = new ResultTable(out);
    List<Result> results = new ArrayList<>();
    out.printf(
        Locale.ROOT,
        "%,d nodes and %,d arcs for cars%n",
        city.hierarchy.size(),
        city.hierarchy.arcCount());
    table.printHead();
    KernelFigures kernels = new KernelFigures(city).measure(quick ? 5 : 8, quick ? 10 : 20);
    results.addAll(kernels.results());
    results.addAll(kernels.allocations());
    table.print(results);
    if (file != null) {
      ResultFile.write(file, results);
    }
    return 0;
  }
}
