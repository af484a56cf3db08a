package org.ieum.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of an instance of {@code ../shared/data/dispatch} and wanted on it.
 *
 * @param mean most yardsticks of a mean request
 * @param p99 most yardsticks of all but one request in a hundred
 * @param daySeconds most seconds of a whole free run, or 0 where nothing is asked for
 * @param known requests at which KaRRi's answer is not that of the rules, by section 10 of SPEC.md
 */
record KarriInstance(String name, double mean, double p99, double daySeconds, List<Integer> known) {
  /** Those with targets. */
  static final List<KarriInstance> ALL =
      List.of(
          new KarriInstance("base1000_c4", 4, 15, 4, List.of(10963)),
          new KarriInstance("dense500_c4", 5, 15, 0, List.of(19280, 26911)));

  /** The requests and KaRRi's answers. */
  DispatchInstance read(Path folder) {
    return DispatchInstance.read(folder, name);
  }

  /** What KaRRi reached. */
  Quality karri(Path folder) {
    return KarriSummary.read(folder, name);
  }

  /** No answers that differ but the known ones. */
  Target onlyKnown(List<Integer> different) {
    StringBuilder text = new StringBuilder("only");
    for (int request : known) {
      text.append(' ').append(request);
    }
    return new Target(text.toString(), result -> known.containsAll(different));
  }
}
