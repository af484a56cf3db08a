package org.ieum.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being made, and broken. It is kept as what goes over the wire rather than as
 * what it means, so that it need not mean anything.
 */
final class DraftRequest {
  final ApiOperation operation;

  String method;

  /** Percent-encoded, with all ids in it. */
  String path;

  String version = "HTTP/1.1";

  /** Percent-encoded names and values. */
  final List<String> query = new ArrayList<>();

  /** Whole lines, but for those about the body. */
  final List<String> headers = new ArrayList<>();

  /** Fields of the body, in JSON; the body is no object when {@link #text} is set. */
  final List<Member> members = new ArrayList<>();

  /** The whole body. */
  @Nullable String text;

  /** What is done to the bytes of the body in the end. */
  final List<UnaryOperator<byte[]>> edits = new ArrayList<>();

  @Nullable String contentType;

  /** The line that says how long the body is; made of it when null, left out when "". */
  @Nullable String length;

  /** Whether the body goes in chunks, and what stands before each of them in place of its size. */
  boolean isChunked;

  @Nullable String chunkSize;

  /** Whether the connection is of no use afterwards. */
  boolean spoilsConnection;

  /** Whether less is sent than said, so that there may be no answer. */
  boolean isCut;

  /** A field of the body: its name and value in JSON. */
  record Member(String name, String value) {}

  DraftRequest(ApiOperation operation, String path) {
    this.operation = operation;
    this.method = operation.method();
    this.path = path;
    contentType = operation.takesBody() ? "application/json" : null;
  }

  boolean hasBody() {
    return contentType != null;
  }

  private byte[] body() {
    String json =
        text != null
            ? text
            : members.stream()
                .map(member -> member.name() + ":" + member.value())
                .collect(Collectors.joining(",", "{", "}"));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (UnaryOperator<byte[]> edit : edits) {
      bytes = edit.apply(bytes);
    }
    return bytes;
  }

  /** The request as it goes over the wire. */
  byte[] bytes(String host) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(String.join("&", query));
    }
    head.append(' ').append(version).append("\r\n");
    if (headers.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))) {
      head.append("Host: ").append(host).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    byte[] body = hasBody() ? body() : new byte[0];
    if (hasBody()) {
      if (!"".equals(contentType)) {
        head.append("Content-Type: ").append(contentType).append("\r\n");
      }
      if (isChunked) {
        head.append("Transfer-Encoding: chunked\r\n");
      } else if (length == null) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
    }
    if (length != null && !length.isEmpty()) {
      head.append(length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // One byte a character, so that any byte can be in a head.
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (isChunked) {
      String size = chunkSize == null ? Integer.toHexString(body.length) : chunkSize;
      out.writeBytes((size + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(body);
      out.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    } else {
      out.writeBytes(body);
    }
    return out.toByteArray();
  }
}
