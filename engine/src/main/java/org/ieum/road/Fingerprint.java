package org.ieum.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the inputs of a piece of work. Every value is preceded by its length. */
public final class Fingerprint {
  private final MessageDigest digest;

  /** Starts with nothing. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a number. */
  public Fingerprint add(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    return this;
  }

  /** Adds a number. */
  public Fingerprint add(double value) {
    return add(Double.doubleToLongBits(value));
  }

  /** Adds a text. */
  public Fingerprint add(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** Adds the bytes of a file. */
  public Fingerprint add(Path file) throws IOException {
    add(Files.size(file));
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return this;
  }

  /** The fingerprint in 64 hexadecimal digits; ends the work of this object. */
  public String toHex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
