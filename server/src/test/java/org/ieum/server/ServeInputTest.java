package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
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
}
