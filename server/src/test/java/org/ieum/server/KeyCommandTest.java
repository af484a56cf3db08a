package org.ieum.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ieum.server.http.Caller;
import org.ieum.server.http.KeyFile;
import org.ieum.server.http.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server gets more keys than its first. */
final class KeyCommandTest {
  @TempDir private Path folder;

  private ProgramRun key(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "key";
    args[1] = "--data=" + folder.resolve("data");
    System.arraycopy(options, 0, args, 2, options.length);
    return ProgramRun.of(args);
  }

  @Test
  void addsKeys() throws Exception {
    ProgramRun driver = key("--role=driver", "--subject=bus-01");
    assertEquals(0, driver.exitCode(), driver::toString);
    ProgramRun agent = key("--role", "call_agent", "--json");
    assertEquals(0, agent.exitCode(), agent::toString);
    Path file = folder.resolve("data").resolve("keys.csv");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.readString(file).contains(driver.out().strip()), "only the hash is kept");
    KeyFile keys = KeyFile.read(file);
    Caller found = keys.find(driver.out().strip()).orElseThrow();
    assertEquals(Role.DRIVER, found.role());
    assertEquals("bus-01", found.subject());
    String secret = agent.out().replaceFirst(".*\"key\": \"([^\"]+)\".*", "$1").strip();
    assertEquals(Role.CALL_AGENT, keys.find(secret).orElseThrow().role());
    String admin = Files.readString(folder.resolve("data").resolve("admin.key")).strip();
    assertEquals(Role.ADMIN, keys.find(admin).orElseThrow().role());
    try (var files = Files.list(folder.resolve("data"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void theFileStaysWhoseItWas() throws Exception {
    assertEquals(0, key("--role=admin").exitCode());
    Path file = folder.resolve("data").resolve("keys.csv");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(0, key("--role=planner").exitCode());
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try {
      Files.setAttribute(file, "unix:uid", 12_345);
      Files.setAttribute(file, "unix:gid", 12_346);
    } catch (FileSystemException e) {
      Assumptions.abort("only root may give files away: " + e.getMessage());
    }
    assertEquals(0, key("--role=planner").exitCode());
    assertEquals(12_345, Files.getAttribute(file, "unix:uid"));
    assertEquals(12_346, Files.getAttribute(file, "unix:gid"));
    assertEquals(1 + 4, Files.readAllLines(file).size(), "a head, and all keys");
  }

  @Test
  void wrongOnesAreRefused() {
    key("--role=driver").assertRefused("--role driver needs --subject");
    key("--role=admin", "--subject=x").assertRefused("--role admin takes no --subject");
    for (String subject : new String[] {"", " a", "a,b", "a\nb", "\"a\"", "x".repeat(129)}) {
      key("--role=rider", "--subject", subject)
          .assertRefused("--subject must be an id without commas, quotes and control characters");
    }
    key("--role=rider", "--subject=guest-a").assertRefused("--subject must not be a guest");
    key("--role=king").assertRefused("option '--role': must be one of rider, driver, call-agent");
    assertTrue(Files.notExists(folder.resolve("data")), "nothing is written for a wrong option");
  }
}
