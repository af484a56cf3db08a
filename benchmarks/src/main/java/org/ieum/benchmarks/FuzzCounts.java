package org.ieum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of hostile requests. */
final class FuzzCounts {
  private static final int FAULTS_KEPT = 20;

  /** Broken requests by the role of the sender. */
  final Map<String, Integer> byRole = new TreeMap<>();

  /** Answers to broken requests by status; 0 when there was none. */
  final Map<Integer, Integer> byStatus = new TreeMap<>();

  final List<String> faults = new ArrayList<>();

  int hostile;
  int carriedOut;
  int carriedOutWrites;
  int accessTests;
  int letIn;
  int serverFaults;
  int unanswered;
  int unclean;
  int looks;
  int changes;
  int comparisons;
  int differences;
  int movedByItself;
  int longestAnswerMs;

  void fault(String what) {
    if (faults.size() < FAULTS_KEPT) {
      faults.add(what);
    }
  }

  private int count(int from, int to) {
    int count = 0;
    for (Map.Entry<Integer, Integer> entry : byStatus.entrySet()) {
      if (entry.getKey() >= from && entry.getKey() <= to) {
        count += entry.getValue();
      }
    }
    return count;
  }

  private int fewestOfARole() {
    int fewest = Integer.MAX_VALUE;
    for (String role : ApiOperation.ROLES) {
      fewest = Math.min(fewest, byRole.getOrDefault(role, 0));
    }
    return fewest;
  }

  /** The share of broken requests that only the guard of the door has seen, %. */
  double shareOfAccess() {
    return 100.0 * (count(401, 401) + count(403, 403) + count(429, 429)) / hostile;
  }

  /** Whether nothing is wrong. */
  boolean areClean() {
    return letIn + serverFaults + unanswered + unclean + changes + differences == 0;
  }

  /** All figures. */
  List<Result> results() {
    List<Result> results = new ArrayList<>();
    results.add(Result.figure("malformed and hostile requests", hostile, ""));
    results.add(Result.figure("of each role, fewest", fewestOfARole(), ""));
    results.add(Result.figure("refused with 4xx", count(400, 499), ""));
    results.add(
        Result.figure("of all ended in 401, 403 or 429", shareOfAccess(), "%")
            .toHold(Target.atMost(5, "%")));
    results.add(Result.figure("happened to be valid, reads and quotes", carriedOut, ""));
    results.add(Result.figure("happened to be valid, commands", carriedOutWrites, ""));
    results.add(Result.figure("cut short by the sender, without answer", count(0, 0), ""));
    results.add(Result.figure("tests of access beside them", accessTests, ""));
    results.add(none("tests of access: not refused as they should be", letIn));
    results.add(none("answers 5xx", serverFaults));
    results.add(none("complete requests without an answer", unanswered));
    results.add(none("refusals that are no problem document", unclean));
    results.add(Result.figure("looks into the journal after a refusal", looks, ""));
    results.add(none("refusals that changed the journal", changes));
    results.add(Result.figure("comparisons of the whole state", comparisons, ""));
    results.add(none("of them with a difference", differences));
    results.add(Result.figure("of them with a difference that came by itself", movedByItself, ""));
    results.add(Result.figure("slowest answer", longestAnswerMs, "ms"));
    return results;
  }

  private static Result none(String name, int count) {
    return Result.figure(name, count, "").toHold(Target.atMost(0, ""));
  }
}
