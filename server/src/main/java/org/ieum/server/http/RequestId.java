package org.ieum.server.http;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a request in answers and logs: as the client says, or a new one. */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  /** Name of the field in log lines and problems. */
  static final String FIELD = "request_id";

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** The request's id, which is set on the response, too. */
  static String of(Context ctx) {
    String known = ctx.res().getHeader(HEADER);
    if (known != null) {
      return known;
    }
    String sent = ctx.header(HEADER);
    String id = sent != null && VALID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    ctx.header(HEADER, id);
    return id;
  }
}
