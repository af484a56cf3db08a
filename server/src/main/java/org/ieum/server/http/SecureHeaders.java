package org.ieum.server.http;

import io.javalin.http.Context;
import java.util.Map;

/**
 * What each answer tells browsers and caches: keep nothing, guess no types, load nothing, stand in
 * no frame. A page says for itself what it needs beyond that.
 */
final class SecureHeaders {
  /** By name. */
  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private SecureHeaders() {}

  /** Puts them, and the request's id, on a response that has just begun. */
  static void put(Context ctx) {
    RequestId.of(ctx);
    ALL.forEach(ctx::header);
  }
}
