package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a clone of stand-ins: a Maven that writes down that it was called and makes the
 * jar, and a Java that prints its arguments.
 */
final class LauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$PWD: $* with $LC_ALL" >>"$CALLS"
      sleep "${BUILD_SECONDS:-0}"
      if [ -n "${BUILD_FAULT:-}" ]; then echo "$BUILD_FAULT"; exit 3; fi
      mkdir -p server/target && : >>server/target/ieum.jar
      """;
  private static final String JAVA =
      """
      #!/bin/sh
      for word in "$@"; do echo "[$word]"; done
      echo "in $PWD with $LC_ALL"
      exit 7
      """;

  @TempDir Path folder = Path.of("");
  private Path home = Path.of("");
  private Path calls = Path.of("");
  private Path bin = Path.of("");

  /** How a start ended. */
  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void cloneOfStandIns() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped, needs bash");
    Path original = original();
    home = folder.resolve("a clone");
    calls = folder.resolve("calls");
    bin = folder.resolve("java home/bin");
    for (String module : List.of("engine", "osm-data", "server")) {
      Path sources = Files.createDirectories(home.resolve(module).resolve("src/main/java"));
      Files.writeString(sources.resolve("A.java"), "");
      Files.writeString(home.resolve(module).resolve("pom.xml"), "");
    }
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve(".mvn"));
    script(home.resolve("ieum"), Files.readString(original));
    Files.createDirectories(bin);
    script(bin.resolve("java"), JAVA);
    script(bin.resolve("mvn"), MAVEN);
  }

  private static Path original() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isRegularFile(up.resolve("ieum")) && Files.isDirectory(up.resolve("engine"))) {
        return up.resolve("ieum");
      }
    }
    throw new IllegalStateException("no launcher above " + Path.of("").toAbsolutePath());
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process begin(Path launcher, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PATH", bin + ":" + builder.environment().get("PATH"));
    builder.environment().put("JAVA_HOME", folder.resolve("java home").toString());
    builder.environment().put("CALLS", calls.toString());
    builder.environment().put("LC_ALL", "C.utf8");
    builder.environment().remove("IEUM_JAVA_OPTS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended end(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), out, err);
  }

  private Ended start(String... args) throws Exception {
    return end(begin(home.resolve("ieum"), Map.of(), args));
  }

  private long builds() throws IOException {
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** As if the file had been saved long before or after the jar was made. */
  private static void shift(Path file, int minutes) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(
        file, FileTime.from(time.toInstant().plus(Duration.ofMinutes(minutes))));
  }

  private Path jar() {
    return home.resolve("server/target/ieum.jar");
  }

  @Test
  void buildsOnceAndPassesArgumentsOn() throws Exception {
    Ended first = start("simulate", "--osm", "a file.pbf", "");
    String jar = jar().toRealPath().toString();
    String passed = "[-jar]\n[" + jar + "]\n[simulate]\n[--osm]\n[a file.pbf]\n[]\n";
    String where = "in " + folder.toRealPath() + " with C.utf8\n";
    assertEquals(new Ended(7, passed + where, first.err()), first);
    assertEquals(1, first.err().lines().count(), first.err());
    assertTrue(first.err().startsWith("ieum: building"), first.err());
    String call = Files.readString(calls);
    assertTrue(call.startsWith(home.toRealPath() + ": -q "), call);
    assertTrue(call.contains("-pl server -am package"), call);

    Ended second = start();
    assertEquals(7, second.exitCode());
    assertEquals("", second.err());
    assertEquals(1, builds());
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    start();
    List<String> changed =
        List.of("engine/src/main/java/A.java", "osm-data/pom.xml", "pom.xml", "server/src/main");
    for (int i = 0; i < changed.size(); i++) {
      Path file = home.resolve(changed.get(i));
      shift(file, 60);
      start();
      assertEquals(i + 2, builds(), file + " is newer than the jar");
      shift(file, -120);
    }
    long before = builds();
    shift(jar(), 10);
    start();
    assertEquals(before, builds(), "nothing is newer");
    Files.delete(home.resolve("engine/src/main/java/A.java"));
    shift(home.resolve("engine/src/main/java"), 60);
    start();
    assertEquals(before + 1, builds(), "a source is gone");
  }

  @Test
  void aFailedBuildIsTold() throws Exception {
    Ended ended =
        end(begin(home.resolve("ieum"), Map.of("BUILD_FAULT", "no such symbol"), "simulate"));
    assertEquals(3, ended.exitCode());
    assertEquals("", ended.out());
    assertTrue(ended.err().contains("no such symbol\nerror: the build failed"), ended.err());
    assertEquals(7, start().exitCode(), "the next start tries again");
  }

  @Test
  void worksThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("first"), Path.of("a clone/ieum"));
    Path second = Files.createSymbolicLink(bin.resolve("ieum"), link.toAbsolutePath());
    Ended ended = end(begin(second, Map.of("IEUM_JAVA_OPTS", "-Xmx4g -ea"), "x"));
    assertEquals(7, ended.exitCode(), ended.err());
    assertTrue(ended.out().startsWith("[-Xmx4g]\n[-ea]\n[-jar]\n["), ended.out());
  }

  @Test
  void startsAtTheSameTimeBuildOnce() throws Exception {
    assertBuildsOnce(Map.of("BUILD_SECONDS", "1"));
  }

  @Test
  void startsAtTheSameTimeBuildOnceWithoutFlock() throws Exception {
    List<String> tools =
        List.of(
            "cat", "dirname", "find", "head", "mkdir", "readlink", "rm", "sleep", "tail", "touch");
    for (String tool : tools) {
      String found = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      script(bin.resolve(tool), "#!/bin/sh\nexec " + found + tool + " \"$@\"\n");
    }
    assertBuildsOnce(Map.of("BUILD_SECONDS", "1", "PATH", bin.toString()));
    assertFalse(Files.exists(home.resolve("server/target/ieum-build.lock.d")));
  }

  private void assertBuildsOnce(Map<String, String> environment) throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(begin(home.resolve("ieum"), environment, "x"));
    }
    for (Process process : processes) {
      Ended ended = end(process);
      assertEquals(7, ended.exitCode(), ended.err());
    }
    assertEquals(1, builds());
  }

  /** Otherwise neither Maven nor Java can open files whose names have other letters. */
  @Test
  void theLocaleAllowsAllLetters() throws Exception {
    Ended ended = end(begin(home.resolve("ieum"), Map.of("LC_ALL", "C")));
    assertTrue(ended.out().endsWith(" with C.UTF-8\n"), ended.out());
    assertTrue(Files.readString(calls).endsWith(" with C.UTF-8\n"), Files.readString(calls));
  }

  @Test
  void aMissingJavaIsTold() throws Exception {
    Ended ended = end(begin(home.resolve("ieum"), Map.of("JAVA_HOME", "/no java")));
    assertEquals(new Ended(1, "", "error: JAVA_HOME has no Java: /no java\n"), ended);
  }
}
