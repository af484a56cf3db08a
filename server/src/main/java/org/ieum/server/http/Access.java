package org.ieum.server.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets in who has a key or a signed token, and a role that the endpoint is for, not too often. */
final class Access {
  private static final int LONGEST_KEY = 4096;
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String SCHEME = "bearer ";
  private static final Caller NOBODY = new Caller("", Role.PLANNER, "");

  private final ApiKeys keys;
  private final RateLimit limit;

  Access(ApiKeys keys, RateLimit limit) {
    this.keys = keys;
    this.limit = limit;
  }

  /**
   * Who sends a request.
   *
   * @throws Refused when there is no key, a wrong one, one that is used too often, or one of
   *     another role
   */
  Caller check(Context ctx, Endpoint endpoint) {
    if (endpoint.isOpen()) {
      return NOBODY;
    }
    Caller caller = caller(ctx.header("Authorization"));
    limit.take(caller);
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
      return keys.findAnonymous().orElseThrow(Access::keyless);
    }
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw wrongKey("the header Authorization must be 'Bearer' and a key");
    }
    String key = header.substring(SCHEME.length()).strip();
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw wrongKey("the key is not known");
    }
    return keys.find(key).orElseThrow(() -> wrongKey("the key is not known"));
  }

  private static Refused keyless() {
    return Refused.of(401, "the header Authorization is missing", CHALLENGE, "Bearer");
  }

  /** As RFC 6750 tells a client that another try with the same key is of no use. */
  static Refused wrongKey(String detail) {
    return Refused.of(401, detail, CHALLENGE, "Bearer error=\"invalid_token\"");
  }
}
