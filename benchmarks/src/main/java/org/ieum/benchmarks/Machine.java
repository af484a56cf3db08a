package org.ieum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that figures come from. */
final class Machine {
  private Machine() {}

  /** Processor, Java and system, for people. */
  static String name() {
    return String.format(
        Locale.ROOT,
        "%s, Java %s, %s",
        processor(),
        System.getProperty("java.version"),
        System.getProperty("os.name"));
  }

  /** How many processors there are. */
  static Result processors() {
    return Result.figure("machine: " + name(), Runtime.getRuntime().availableProcessors(), "cores");
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
