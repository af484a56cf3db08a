package org.ieum.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ieum.benchmarks.ApiOperation.Field;

/** Ways to break the first line of a request and its headers, but for who sends it. */
final class HeadMutations {
  private static final List<String> METHODS =
      List.of(
          "get",
          "PATCH",
          "DELETE",
          "PUT",
          "POST",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "HEAD",
          "PROPFIND",
          "X",
          "G\u00e9T",
          "GET\u0000",
          "\tGET",
          "A".repeat(5000));

  private static final List<String> VERSIONS =
      List.of(
          "HTTP/1.0",
          "HTTP/2.0",
          "HTTP/0.9",
          "HTTP/1.9",
          "HTTP/9",
          "http/1.1",
          "HTTP/1.1 x",
          "",
          "ICAP/1.0",
          "HTTP/1.1\u0000");

  private static final List<String> SEGMENTS =
      List.of(
          "%00",
          "%0a",
          "%0d%0aX:%20y",
          "%2f",
          "%2F..%2f",
          "%2e%2e",
          "..",
          ".",
          "%5c",
          ";a=b",
          "%ff",
          "%c3%28",
          "%",
          "%z",
          "%zz",
          "%u0041",
          "a%20b",
          "\u00ff\u00fe",
          "\u00c3\u00a9",
          "{booking_id}",
          "<x>",
          "\"",
          "|",
          "^",
          "`",
          "a b",
          "\u0000",
          "\u0001",
          "\u007f",
          "*",
          "~",
          "%25%32%66",
          "#x");

  private static final List<String> QUERIES =
      List.of(
          "&&&",
          "=",
          "=&=",
          "x",
          "x=",
          "limit",
          "limit=",
          "limit[]=1",
          "limit=1&limit=2",
          "limit=%zz",
          "limit=%",
          "limit=%ff",
          "limit=%c3%28",
          "limit=1%00",
          "limit=-1",
          "limit=1e3",
          "limit=9999999999999999999999",
          "limit= 1",
          "LIMIT=1",
          "cursor=%00",
          "cursor=-1",
          "cursor=9007199254740993",
          "cursor=99999999999999999999",
          "after=-1",
          "after=1.5",
          "area_id=",
          "area_id=%2e%2e",
          "area_id=other",
          "area_id=city&area_id=city",
          "type=%0a",
          "type=a b",
          "\u00ff=1",
          "a=\u0000",
          "?",
          "a?b=c?d",
          "%26=%3d",
          "+=+");

  private static final List<String> ODD_HEADERS =
      List.of(
          "X-Request-Id: \u0001\u0002",
          "X-Request-Id: " + "a".repeat(65),
          "X-Request-Id: ../../x",
          "X-Request-Id: ${jndi:ldap://127.0.0.1/a}",
          "X-Request-Id: a\u000bb",
          "Accept: ",
          "Accept: ,;,;",
          "Accept: a",
          "Accept: /",
          "Accept: */*;q=0",
          "Accept: text/html",
          "Accept: application/json;q=x",
          "Accept: " + "a/b,".repeat(2000),
          "Accept-Encoding: gzip;q=0, *;q=-1",
          "Accept-Language: \u00ff",
          "Accept-Charset: utf-16",
          "If-Match: ",
          "If-Match: \"",
          "If-Match: *, \"1\"",
          "If-Match: " + "\"1\",".repeat(3000),
          "If-Match: \"999\"",
          "If-None-Match: \u0001",
          "If-Modified-Since: never",
          "Range: bytes=0-0,-1",
          "Range: bytes=9999999999999999999-",
          "Last-Event-ID: -1",
          "Last-Event-ID: x",
          "Last-Event-ID: 99999999999999999999",
          "Idempotency-Key: ",
          "Idempotency-Key: a b",
          "Idempotency-Key: \u00e9",
          "Idempotency-Key: " + "k".repeat(129),
          "Idempotency-Key: a\r\nIdempotency-Key: b",
          "Cookie: a=b; $Version=1; =; " + "c=d; ".repeat(500),
          "Forwarded: for=\"_x\";host=evil.example",
          "X-Forwarded-For: 127.0.0.1",
          "X-HTTP-Method-Override: DELETE",
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk",
          "Expect: nothing",
          "Connection: close, x",
          "Origin: null",
          "Content-Encoding: br");

  /** After which nobody knows where the next request would begin. */
  private static final List<String> BROKEN_HEADERS =
      List.of(
          "X-Null: a\u0000b",
          "X-Bell: a\u0007b",
          "X Space: a",
          "X-Colon",
          ": empty",
          "\u00e9: a",
          "X-Fold: a\r\n b",
          "X-Return: a\rb",
          "Host: ",
          "Host: a\r\nHost: b",
          "Host: a b",
          "Host: [::1",
          "Host: x:99999",
          "Host: " + "h".repeat(9000),
          "X-Long: " + "x".repeat(15_000),
          "X-Too-Long: " + "x".repeat(20_000),
          "X-Many: 1\r\n".repeat(1500) + "X-Last: 1",
          "\r\nX: y",
          "X" + "y".repeat(9000) + ": 1",
          "Transfer-Encoding: chunked",
          "Content-Length: 7",
          "Transfer-Encoding:\u000bchunked");

  /** All of them. */
  static final List<Mutation> ALL =
      List.of(
          HeadMutations::otherId,
          HeadMutations::otherId,
          HeadMutations::oddSegment,
          HeadMutations::oddSegment,
          HeadMutations::oddPath,
          HeadMutations::oddQuery,
          HeadMutations::oddQuery,
          HeadMutations::wrongParameter,
          HeadMutations::wrongParameter,
          HeadMutations::wrongHeader,
          HeadMutations::wrongHeader,
          HeadMutations::oddHeader,
          HeadMutations::oddHeader,
          HeadMutations::missingHeader,
          HeadMutations::brokenHeader,
          HeadMutations::otherMethod,
          HeadMutations::otherVersion);

  private HeadMutations() {}

  /** Another id than that of the last thing in the path, of which there may be none. */
  private static boolean otherId(DraftRequest request, Random random) {
    List<Field> ids =
        request.operation.parameters().stream().filter(field -> field.in().equals("path")).toList();
    if (ids.isEmpty()) {
      return false;
    }
    String text =
        random.nextInt(4) == 0 ? HostileValues.longText(random, 7000) : HostileValues.text(random);
    return replaceSegment(request, HostileValues.encoded(text));
  }

  private static boolean oddSegment(DraftRequest request, Random random) {
    request.spoilsConnection = true;
    String odd = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
    if (random.nextBoolean() && request.path.startsWith("/v1/")) {
      return replaceSegment(request, odd);
    }
    int at = random.nextInt(request.path.length() + 1);
    request.path = request.path.substring(0, at) + odd + request.path.substring(at);
    return true;
  }

  /** Puts something in place of the third part of a path. */
  private static boolean replaceSegment(DraftRequest request, String other) {
    String[] parts = request.path.split("/", -1);
    if (parts.length < 4) {
      return false;
    }
    parts[3] = other;
    request.path = String.join("/", parts);
    return true;
  }

  private static boolean oddPath(DraftRequest request, Random random) {
    request.spoilsConnection = true;
    String path = request.path;
    request.path =
        switch (random.nextInt(10)) {
          case 0 -> "http://evil.example" + path;
          case 1 -> "//" + path;
          case 2 -> path + "/";
          case 3 -> path.toUpperCase(Locale.ROOT);
          case 4 -> "/.." + path;
          case 5 -> path.replace("/", "//");
          case 6 -> "*";
          case 7 -> "";
          case 8 -> path + "?".repeat(100) + "x";
          default -> "/v1/" + HostileValues.longText(random, 9000).replace(" ", "%20");
        };
    return true;
  }

  private static boolean oddQuery(DraftRequest request, Random random) {
    request.spoilsConnection = true;
    request.query.add(
        random.nextInt(8) == 0
            ? "a=1&".repeat(random.nextInt(2500))
            : QUERIES.get(random.nextInt(QUERIES.size())));
    return true;
  }

  private static boolean wrongParameter(DraftRequest request, Random random) {
    List<Field> fields =
        request.operation.parameters().stream()
            .filter(field -> field.in().equals("query"))
            .toList();
    if (fields.isEmpty()) {
      return false;
    }
    String name = fields.get(random.nextInt(fields.size())).name();
    String text =
        random.nextInt(4) == 0 ? HostileValues.longText(random, 2000) : HostileValues.text(random);
    request.query.removeIf(one -> one.startsWith(name + "="));
    request.query.add(name + "=" + HostileValues.encoded(text));
    return true;
  }

  /** One of the headers that the operation knows, with another value. */
  private static boolean wrongHeader(DraftRequest request, Random random) {
    List<Field> fields =
        request.operation.parameters().stream()
            .filter(field -> field.in().equals("header"))
            .toList();
    if (fields.isEmpty()) {
      return false;
    }
    String name = fields.get(random.nextInt(fields.size())).name();
    String text =
        random.nextInt(4) == 0 ? HostileValues.longText(random, 5000) : HostileValues.text(random);
    request.headers.removeIf(line -> line.startsWith(name + ":"));
    request.headers.add(name + ": " + text.replaceAll("[\\x00-\\x1f]", "\u00bf"));
    return true;
  }

  private static boolean missingHeader(DraftRequest request, Random random) {
    return request.headers.removeIf(line -> line.startsWith("Idempotency-Key"));
  }

  private static boolean oddHeader(DraftRequest request, Random random) {
    request.spoilsConnection = true;
    return request.headers.add(ODD_HEADERS.get(random.nextInt(ODD_HEADERS.size())));
  }

  private static boolean brokenHeader(DraftRequest request, Random random) {
    request.isCut = true;
    return request.headers.add(BROKEN_HEADERS.get(random.nextInt(BROKEN_HEADERS.size())));
  }

  private static boolean otherMethod(DraftRequest request, Random random) {
    request.method = METHODS.get(random.nextInt(METHODS.size()));
    request.isCut = true;
    return true;
  }

  private static boolean otherVersion(DraftRequest request, Random random) {
    request.version = VERSIONS.get(random.nextInt(VERSIONS.size()));
    request.isCut = true;
    return true;
  }
}
