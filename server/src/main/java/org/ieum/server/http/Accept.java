package org.ieum.server.http;

import java.util.Locale;

/** What a client takes, by its Accept header. */
final class Accept {
  private Accept() {}

  /** Whether a content type is among what the header lists. */
  static boolean allows(String header, String type) {
    String plain = type.split(";", 2)[0];
    String family = plain.substring(0, plain.indexOf('/')) + "/*";
    for (String range : header.split(",", -1)) {
      String[] parts = range.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
      boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
      boolean matches =
          parts.length > 0
              && (parts[0].equals("*/*") || parts[0].equals(family) || parts[0].equals(plain));
      if (matches && !refused) {
        return true;
      }
    }
    return false;
  }
}
