package org.ieum.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ieum.progress.InputException;
import org.ieum.progress.InputFaults;

/**
 * Keys in a CSV file with the columns {@code key_hash} (SHA-256 of the key, in hexadecimal), {@code
 * role} and {@code subject} (the rider's id for riders, the vehicle's for drivers). The file cannot
 * give a key away, and since keys are random a plain hash of them is enough.
 */
public final class KeyFile implements ApiKeys {
  private static final String HEADER = "key_hash,role,subject";
  private static final int KEY_BYTES = 32;

  /** By hash of the key. */
  private final Map<String, Caller> callers;

  private KeyFile(Map<String, Caller> callers) {
    this.callers = Map.copyOf(callers);
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming the lines that are wrong
   */
  public static KeyFile read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read");
    }
    InputFaults faults = new InputFaults();
    Map<String, Caller> callers = new HashMap<>();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      faults.add(file + ":1: must be " + HEADER);
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        addLine(line, file + ":" + (i + 1) + ": ", callers, faults);
      }
    }
    faults.throwIfAny();
    return new KeyFile(callers);
  }

  private static void addLine(
      String line, String place, Map<String, Caller> callers, InputFaults faults) {
    String[] cells = line.split(",", -1);
    if (cells.length != 3) {
      faults.add(place + "must have 3 columns, has " + cells.length);
      return;
    }
    String hash = cells[0].strip().toLowerCase(Locale.ROOT);
    if (!hash.matches("[0-9a-f]{64}")) {
      faults.add(place + "key_hash must be 64 hexadecimal digits, has " + hash.length());
      return;
    }
    try {
      Role role = Role.valueOf(cells[1].strip().toUpperCase(Locale.ROOT));
      Caller caller = new Caller(hash.substring(0, 16), role, cells[2].strip());
      if (callers.putIfAbsent(hash, caller) != null) {
        faults.add(place + "this key is there already");
      }
    } catch (IllegalArgumentException e) {
      faults.add(place + "no such role and subject: '" + cells[1] + "', '" + cells[2] + "'");
    }
  }

  /** A new key that nobody can guess. */
  public static String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "ieum_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The text of a file with one key. */
  public static String text(String key, Role role, String subject) {
    return text(HEADER + "\n", key, role, subject);
  }

  /** The text of a file with one key more. */
  public static String text(String file, String key, Role role, String subject) {
    String end = file.endsWith("\n") ? "" : "\n";
    return file + end + Sha256.hex(key) + "," + role.label() + "," + subject + "\n";
  }

  @Override
  public Optional<Caller> find(String key) {
    return Optional.ofNullable(callers.get(Sha256.hex(key)));
  }
}
