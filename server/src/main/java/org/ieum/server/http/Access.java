package org.ieum.server.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets in who has a key, and a role that the endpoint is for. */
final class Access {
  private static final int LONGEST_KEY = 256;
  private static final String SCHEME = "bearer ";
  private static final Caller NOBODY = new Caller("", Role.PLANNER, "");

  private final ApiKeys keys;

  Access(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * Who sends a request.
   *
   * @throws Refused when there is no key, a wrong one, or one of another role
   */
  Caller check(Context ctx, Endpoint endpoint) {
    if (endpoint.isOpen()) {
      return NOBODY;
    }
    Caller caller = caller(ctx.header("Authorization"));
    if (!endpoint.roles().contains(caller.role())) {
      String allowed =
          endpoint.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
      throw Refused.of(
          403, "this is for " + allowed + "; your key is of a " + caller.role().label());
    }
    return caller;
  }

  private Caller caller(@Nullable String header) {
    if (header == null) {
      return keys.findAnonymous().orElseThrow(() -> refused("the header Authorization is missing"));
    }
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw refused("the header Authorization must be 'Bearer' and a key");
    }
    String key = header.substring(SCHEME.length()).strip();
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw refused("the key is not known");
    }
    return keys.find(key).orElseThrow(() -> refused("the key is not known"));
  }

  private static Refused refused(String detail) {
    return Refused.of(401, detail, "WWW-Authenticate", "Bearer");
  }
}
