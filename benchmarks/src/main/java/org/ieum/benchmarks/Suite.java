package org.ieum.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
          + " made-up day otherwise.",
      "The run ends with a line that counts and names the targets that were missed; they do not"
          + " change the exit code, only --check does."
    })
public final class Suite extends BenchmarkCommand {
  @Option(
      names = "--quick",
      description = "a short form on the embedded area, the same on every machine")
  private boolean quick;

  @Option(
      names = "--check",
      paramLabel = "BASELINE",
      description =
          "compare with such a file of the same form: end with 1 when a time in yardsticks is over "
              + Baseline.TIME_FACTOR
              + " times as long, or when an allocation has clearly grown")
  private @Nullable Path baselineFile;

  private final PrintStream out = System.out;
  private final ResultTable table = new ResultTable(out);
  private final List<Result> results = new ArrayList<>();

  /** Measures; ends with 2 on wrong options, 1 on a fault or a result worse than the baseline. */
  public static void main(String[] args) {
    exit(new Suite(), args);
  }

  @Override
  int measure() throws IOException {
    Optional<Baseline> baseline = Optional.ofNullable(baselineFile).map(Baseline::read);
    table.printHead();
    if (quick) {
      measureQuickly();
    } else {
      measureAll();
    }
    write(results);
    out.println();
    table.printSummary(results);
    return baseline.isPresent() ? check(baseline.get()) : 0;
  }

  private int check(Baseline baseline) {
    Baseline.Comparison comparison = baseline.compare(results);
    out.println();
    comparison.notes().forEach(note -> out.println("note: " + note));
    comparison.faults().forEach(fault -> out.println("WORSE: " + fault));
    out.printf(Locale.ROOT, "%d figures worse than the baseline%n", comparison.faults().size());
    return comparison.faults().isEmpty() ? 0 : 1;
  }

  private void measureQuickly() {
    City city = City.embedded();
    add(new KernelFigures(city).measure(/* warmUp= */ 10, /* rounds= */ 15).results());
    add(syntheticDay(city).measure(/* warmUp= */ 6, /* rounds= */ 18).results());
  }

  private static DayFigures syntheticDay(City city) {
    return new DayFigures(SyntheticDay.draw(city), Roads.of(city.witness, city.hierarchy));
  }

  private void measureAll() {
    City city = new City();
    city.read();
    add(
        new KernelFigures(city)
            .withThreads()
            .measure(/* warmUp= */ 10, /* rounds= */ 20)
            .results());
    Optional<Path> dispatch = SharedFolder.findDispatch();
    if (dispatch.isPresent()) {
      measureKarri(dispatch.get());
    } else {
      City embedded = City.embedded();
      add(syntheticDay(embedded).measure(/* warmUp= */ 6, /* rounds= */ 9).results());
    }
  }

  private void measureKarri(Path folder) {
    RoadPack pack = new RoadPack(folder);
    Roads roads = Roads.of(pack.edges);
    List<KarriFigures> all = new ArrayList<>();
    for (KarriInstance wanted : KarriInstance.ALL) {
      KarriFigures figures = new KarriFigures(folder, wanted, roads);
      add(figures.measure(/* warmUp= */ 1, /* rounds= */ 3).results());
      all.add(figures);
    }
    DispatchInstance base = KarriInstance.ALL.get(0).read(folder);
    add(MeetingFigures.measure(pack, base, roads));
    DispatchInstance dense = KarriInstance.ALL.get(1).read(folder);
    add(MeetingFigures.measureBeginning(pack, dense, roads));
    SwapTurn swap = new SwapTurn(base, roads, pack.edges);
    Turn.all(List.of(swap), /* warmUp= */ 1, /* rounds= */ 2);
    add(swap.results());
    for (KarriFigures figures : all) {
      out.println();
      figures.printQuality(out);
    }
  }

  private void add(List<Result> more) {
    results.addAll(more);
    table.print(more);
  }
}
