package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations with which no server starts. */
final class ServeInputTest {
  @TempDir private Path folder;

  private ProgramRun serve(String... files) throws IOException {
    String[] args = new String[files.length + 3];
    args[0] = "serve";
    args[1] = "--data=" + folder.resolve("data");
    args[2] = "--port=0";
    for (int i = 0; i < files.length; i++) {
      Path file = Files.writeString(folder.resolve("area" + i + ".yaml"), files[i]);
      args[i + 3] = "--config=" + file;
    }
    return ProgramRun.of(args);
  }

  @Test
  void wrongFilesEndTheStart() throws IOException {
    serve("id: a\nservice: {limits_from: walk}\n")
        .assertRefused(
            "area0.yaml, line 2: service.limits_from must be one of stop, request, was 'walk'");
    serve("id: a\ncolour: red\n\nturns: {kerb: left}\n")
        .assertRefused(
            "area0.yaml, line 2: unknown key 'colour'",
            "area0.yaml, line 4: unknown key 'turns.kerb'");
    serve("id: a\nturns: {kerb_side: left}\n").assertRefused("area0.yaml: turns.costs is missing");
    serve("id: a\n", "id: a\n").assertRefused("area1.yaml: area a is configured twice");
    serve("id: a\nmap: nowhere\n")
        .assertRefused("area0.yaml: map is not there, was " + folder.resolve("nowhere"));
    assertFalse(Files.exists(folder.resolve("data")), "nothing is written for a wrong file");
  }

  @Test
  void optimizersThatCannotBe() {
    String data = "--data=" + folder.resolve("data");
    ProgramRun.of("serve", data, "--optimizer=best").assertRefused("best");
    ProgramRun.of("serve", data, "--optimizer=lns", "--optimize-every=0s")
        .assertRefused("--optimize-every must be from 1s to 1m, was 0s");
    ProgramRun.of("serve", data, "--optimizer=lns", "--announce-ahead=90m")
        .assertRefused("--announce-ahead must be from 0s to 1h, was 1h30m");
    ProgramRun.of("serve", data, "--optimizer=lns", "--optimize-vehicles=0")
        .assertRefused("--optimize-vehicles must be from 1 to 64, was 0");
  }

  @Test
  void openWithoutKeysOnThisMachineOnly() {
    for (String host : new String[] {"0.0.0.0", "::", "192.168.1.2", "example.org"}) {
      ProgramRun.of("serve", "--demo", "--host=" + host, "--port=0")
          .assertRefused("--demo is open without keys and needs --host 127.0.0.1, was " + host);
    }
  }

  @Test
  void accessThatCannotBe() throws IOException {
    Path secret = Files.writeString(folder.resolve("short"), "guess me\n");
    Path none = folder.resolve("none");
    String data = "--data=" + folder.resolve("data");
    ProgramRun short8 = ProgramRun.of("serve", data, "--token-secret-file=" + secret);
    short8.assertRefused(secret + " must have at least 32 bytes, has 8");
    assertFalse((short8.err() + short8.log()).contains("guess me"), "a secret is not said");
    ProgramRun.of("serve", data, "--token-secret-file=" + none)
        .assertRefused(none + ": cannot be read");
    ProgramRun.of("serve", data, "--token-public-key=" + secret)
        .assertRefused(secret + " is no public key in PEM");
    ProgramRun.of("serve", "--demo", "--token-public-key=" + secret)
        .assertRefused("--demo is open without keys and takes no tokens");
    ProgramRun.of("serve", data, "--rate-limit=-1")
        .assertRefused("--rate-limit must be from 0 to 1,000,000, was -1");
    assertFalse(Files.exists(folder.resolve("data")), "nothing is written");
  }

  private ProgramRun serveAt(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "serve";
    args[1] = "--data=" + folder.resolve("data");
    System.arraycopy(options, 0, args, 2, options.length);
    return ProgramRun.of(args);
  }

  @Test
  void whereNobodyCanListen() throws IOException {
    serveAt("--port=70000").assertRefused("--port must be from 0 to 65535, was 70000");
    serveAt("--port=-1").assertRefused("--port must be from 0 to 65535, was -1");
    serveAt("--host=", "--port=0").assertRefused("--host must be the name or address of this");
    serveAt("--host=nowhere.invalid").assertRefused("--host nowhere.invalid is not known");
    serveAt("--host=192.0.2.1", "--port=0")
        .assertRefused("--host 192.0.2.1 is not an address of this machine");
    try (ServerSocket other =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = other.getLocalPort();
      serveAt("--port=" + port).assertRefused("--port " + port + " at 127.0.0.1 is taken");
    }
    assertFalse(Files.exists(folder.resolve("data")), "no keys and no journal are made");
  }

  @Test
  void aDemonstrationTouchesNoJournal() {
    serveAt("--demo").assertRefused("--demo has a journal of its own");
    ProgramRun.of("serve", "--demo", "--db=jdbc:sqlite:" + folder.resolve("journal.db"))
        .assertRefused("--demo has a journal of its own, open without keys, and takes no --db");
    ProgramRun.of("serve", "--riders=200").assertRefused("--riders needs --demo");
    ProgramRun.of("serve", "--demo", "--riders=-1").assertRefused("--riders must be from 0 to");
    assertFalse(Files.exists(folder.resolve("journal.db")));
  }

  /** From the first line to the last, also when the start fails. */
  @Test
  void jsonForPrograms() {
    ProgramRun run = serveAt("--log-format=json", "--port=70000");
    assertEquals(2, run.exitCode());
    assertEquals("", run.out() + run.err());
    assertEquals(2, run.log().lines().count(), run.log());
    assertTrue(
        run.log().lines().allMatch(line -> line.startsWith("{\"") && line.endsWith("}")),
        run.log());
    assertTrue(run.log().contains("--port must be from 0 to 65535, was 70000"), run.log());
  }

  @Test
  void textHasDateAndTime() {
    String first = serveAt("--port=70000").log().lines().findFirst().orElse("");
    String time = "20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)";
    assertTrue(first.matches(time + "  serve .*"), first);
    String other = ProgramRun.of("verify", "--db=x").log().lines().findFirst().orElse("");
    assertTrue(other.matches(" +\\d+\\.\\d s  verify .*"), other);
  }
}
