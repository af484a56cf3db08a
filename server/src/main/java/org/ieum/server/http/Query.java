package org.ieum.server.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. The library drops what it cannot decode, so that a wrong parameter would
 * be as good as none, and takes the encoding from the content type of the body; here it is UTF-8,
 * and anything else is refused.
 */
final class Query {
  private Query() {}

  /**
   * Values by name, in the order sent.
   *
   * @param text as it was sent
   * @throws Refused when something in it is no UTF-8 in percent
   */
  static Map<String, List<String>> parse(@Nullable String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (text == null) {
      return values;
    }
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : decoded(parts[1]);
        values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      // A byte for each character, as they came.
      byte[] bytes =
          URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw Refused.of(400, "the query has what is no UTF-8 in percent: " + Refused.shown(text));
    }
  }
}
