package org.ieum.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ieum.benchmarks.DraftRequest.Member;

/** Ways to break what is in a body, and how it is sent. */
final class BodyMutations {
  private static final List<String> WHOLE =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "[{}]",
          "\"x\"",
          "1",
          "{} {}",
          "{}x",
          "{",
          "}",
          "{\"a\"}",
          "{\"a\":1,}",
          "{,}",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "a=b&c=d",
          "\u0000\u0000\u0000\u0000",
          "\ufeff{}");

  private static final List<String> UNKNOWN =
      List.of(
          "__proto__",
          "constructor",
          "$ref",
          "@type",
          "role",
          "admin",
          "class",
          "",
          "\u0000",
          "Rider_Id",
          "riderId",
          "\ud83d\ude8c");

  private static final List<String> TYPES =
      List.of(
          "",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "application/json; charset=utf-16",
          "application/json; charset=nothing",
          "application/json;;;=",
          "APPLICATION/JSON",
          "application/jsonx",
          "application/problem+json",
          "*/*",
          "json",
          "\u00ff\u00fe",
          "a\tb",
          "application/json, text/plain");

  /** Bytes that are no UTF-8. */
  private static final List<byte[]> BAD_BYTES =
      List.of(
          new byte[] {(byte) 0xc3, 0x28},
          new byte[] {(byte) 0xff, (byte) 0xfe},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {(byte) 0xc0, (byte) 0xaf},
          new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xe4, (byte) 0xb8},
          new byte[] {(byte) 0x80},
          new byte[] {0});

  private static final List<String> CHUNK_SIZES =
      List.of("zz", "-1", "ffffffffffffffff", "7fffffff", "", "1;x=y", "0x10", "fffffffffff");

  private static final List<String> LENGTHS =
      List.of(
          "Content-Length: -1",
          "Content-Length: x",
          "Content-Length: 99999999999999999999",
          "Content-Length: 0",
          "Content-Length: 1",
          "Content-Length: 2\r\nContent-Length: 3",
          "Content-Length: 5\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked, chunked",
          "Content-Length: +5",
          "Content-Length:");

  /** Those of what a body says. */
  static final List<Mutation> CONTENT =
      List.of(
          BodyMutations::wrongValue,
          BodyMutations::wrongValue,
          BodyMutations::wrongValue,
          BodyMutations::wrongValue,
          BodyMutations::unknownField,
          BodyMutations::unknownField,
          BodyMutations::doubledField,
          BodyMutations::missingField,
          BodyMutations::manyFields,
          BodyMutations::otherWhole,
          BodyMutations::badBytes,
          BodyMutations::cutOff,
          BodyMutations::otherByte,
          BodyMutations::otherEncoding,
          BodyMutations::longBody);

  /** Those of how a body is sent. */
  static final List<Mutation> FRAMING =
      List.of(
          BodyMutations::wrongType,
          BodyMutations::wrongType,
          BodyMutations::wrongType,
          BodyMutations::chunked,
          BodyMutations::badChunks,
          BodyMutations::wrongLength,
          BodyMutations::cutConnection,
          BodyMutations::bodyWhereNoneBelongs);

  private BodyMutations() {}

  private static boolean hasFields(DraftRequest request) {
    return !request.members.isEmpty() && request.text == null;
  }

  private static boolean wrongValue(DraftRequest request, Random random) {
    if (!hasFields(request)) {
      return false;
    }
    int at = random.nextInt(request.members.size());
    String name = request.members.get(at).name();
    request.members.set(at, new Member(name, HostileValues.literal(random)));
    return true;
  }

  private static boolean unknownField(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    String name =
        random.nextInt(5) == 0
            ? HostileValues.longText(random, 20_000)
            : UNKNOWN.get(random.nextInt(UNKNOWN.size()));
    int at = random.nextInt(request.members.size() + 1);
    request.members.add(at, new Member(HostileValues.quoted(name), HostileValues.literal(random)));
    return true;
  }

  private static boolean doubledField(DraftRequest request, Random random) {
    return hasFields(request)
        && request.members.add(request.members.get(random.nextInt(request.members.size())));
  }

  private static boolean missingField(DraftRequest request, Random random) {
    if (!hasFields(request)) {
      return false;
    }
    request.members.remove(random.nextInt(request.members.size()));
    return true;
  }

  private static boolean manyFields(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    int count = 100 + random.nextInt(4000);
    for (int i = 0; i < count; i++) {
      request.members.add(new Member("\"f" + i + "\"", "1"));
    }
    return true;
  }

  private static boolean otherWhole(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.text =
        random.nextInt(3) == 0
            ? HostileValues.nested(random)
            : WHOLE.get(random.nextInt(WHOLE.size()));
    return true;
  }

  private static boolean badBytes(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    byte[] bad = BAD_BYTES.get(random.nextInt(BAD_BYTES.size()));
    int place = random.nextInt(1 << 20);
    request.edits.add(bytes -> inserted(bytes, bytes.length == 0 ? 0 : place % bytes.length, bad));
    return true;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
    return all;
  }

  private static boolean cutOff(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    int place = random.nextInt(1 << 20);
    request.edits.add(bytes -> Arrays.copyOf(bytes, bytes.length == 0 ? 0 : place % bytes.length));
    return true;
  }

  private static boolean otherByte(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    int place = random.nextInt(1 << 20);
    byte other = (byte) random.nextInt(256);
    request.edits.add(
        bytes -> {
          if (bytes.length > 0) {
            bytes[place % bytes.length] = other;
          }
          return bytes;
        });
    return true;
  }

  private static boolean otherEncoding(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    boolean isWide = random.nextBoolean();
    request.edits.add(
        bytes ->
            new String(bytes, StandardCharsets.UTF_8)
                .getBytes(isWide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1));
    return true;
  }

  private static boolean longBody(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    int size = List.of(65_535, 65_536, 65_537, 200_000, 1_000_000).get(random.nextInt(5));
    request.edits.add(
        bytes -> {
          byte[] all = Arrays.copyOf(bytes, Math.max(size, bytes.length));
          Arrays.fill(all, bytes.length, all.length, (byte) ' ');
          return all;
        });
    // The server may end the connection while it is still being sent to.
    request.isCut = true;
    return true;
  }

  private static boolean wrongType(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.contentType =
        random.nextInt(10) == 0
            ? HostileValues.longText(random, 5000)
            : TYPES.get(random.nextInt(TYPES.size()));
    return true;
  }

  private static boolean chunked(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.isChunked = true;
    if (random.nextBoolean()) {
      request.headers.add("Content-Encoding: gzip");
    }
    if (random.nextBoolean()) {
      request.headers.add("Expect: 100-continue");
    }
    // Who is refused should not have sent the body, and an empty chunk ends it too early.
    request.spoilsConnection = true;
    return true;
  }

  private static boolean badChunks(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.isChunked = true;
    request.chunkSize = CHUNK_SIZES.get(random.nextInt(CHUNK_SIZES.size()));
    request.isCut = true;
    return true;
  }

  private static boolean wrongLength(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.length = LENGTHS.get(random.nextInt(LENGTHS.size()));
    request.isCut = true;
    return true;
  }

  private static boolean cutConnection(DraftRequest request, Random random) {
    if (!request.hasBody()) {
      return false;
    }
    request.length = "Content-Length: " + (100_000 + random.nextInt(1000));
    if (random.nextBoolean()) {
      request.length = "Content-Length: " + (5_000 + random.nextInt(1000));
    }
    request.isCut = true;
    return true;
  }

  private static boolean bodyWhereNoneBelongs(DraftRequest request, Random random) {
    if (request.hasBody()) {
      return false;
    }
    request.contentType = "application/json";
    request.text = random.nextBoolean() ? "{}" : HostileValues.nested(random);
    request.spoilsConnection = true;
    return true;
  }
}
