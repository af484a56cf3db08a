package org.ieum.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and bodies. */
final class Sha256 {
  private Sha256() {}

  /** Of the text in UTF-8, in hexadecimal. */
  static String hex(String text) {
    return hex(text, new byte[0]);
  }

  /** Of the text in UTF-8 and what follows it, in hexadecimal. */
  static String hex(String text, byte[] rest) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update(rest);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
