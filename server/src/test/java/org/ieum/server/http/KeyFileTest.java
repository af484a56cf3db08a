package org.ieum.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ieum.progress.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys from a file. */
final class KeyFileTest {
  @TempDir Path folder = Path.of("");

  private KeyFile read(String text) throws IOException {
    return KeyFile.read(Files.writeString(folder.resolve("keys.csv"), text));
  }

  @Test
  void findsCallersByTheirKeys() throws IOException {
    String key = KeyFile.newKey();
    String text = KeyFile.text(key, Role.ADMIN, "") + Sha256.hex("bus key") + ",driver,v1\n";
    assertFalse(text.contains(key));
    KeyFile keys = read(text);
    Caller admin = keys.find(key).orElseThrow();
    assertEquals(Role.ADMIN, admin.role());
    Caller driver = keys.find("bus key").orElseThrow();
    assertEquals("v1", driver.subject());
    assertFalse(admin.id().equals(driver.id()));
    assertEquals(Optional.empty(), keys.find("other"));
    assertEquals(Optional.empty(), keys.findAnonymous());
  }

  @Test
  void ridersAreNoGuests() {
    String text = KeyFile.text("key", Role.RIDER, "guest-1");
    String fault =
        String.valueOf(assertThrows(InputException.class, () -> read(text)).getMessage());
    assertTrue(fault.contains("guest-1"), fault);
  }

  @Test
  void newKeysDiffer() {
    assertFalse(KeyFile.newKey().equals(KeyFile.newKey()));
  }

  @Test
  void namesWrongLines() {
    String hash = Sha256.hex("x");
    String text =
        "key_hash,role,subject\n"
            + "abc,admin,\n"
            + hash
            + ",king,\n"
            + hash
            + ",rider,\n"
            + hash
            + ",admin\n"
            + hash
            + ",admin,\n"
            + hash
            + ",planner,\n";
    InputException fault = assertThrows(InputException.class, () -> read(text));
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(":2: key_hash must be 64 hexadecimal digits, has 3"), message);
    assertTrue(message.contains(":3: no such role and subject: 'king', ''"), message);
    assertTrue(message.contains(":4: no such role and subject: 'rider', ''"), message);
    assertTrue(message.contains(":5: must have 3 columns, has 2"), message);
    assertTrue(message.contains(":7: this key is there already"), message);
  }

  @Test
  void aFileThatIsNotThere() {
    assertThrows(InputException.class, () -> KeyFile.read(folder.resolve("none.csv")));
  }

  @Test
  void openKeysLetEverybodyIn() {
    assertEquals(Role.ADMIN, new OpenKeys().findAnonymous().orElseThrow().role());
    assertEquals(Role.ADMIN, new OpenKeys().find("anything").orElseThrow().role());
  }
}
