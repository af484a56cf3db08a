package org.ieum.server.http;

/** Versions as entity tags. */
final class Etag {
  private Etag() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Whether a version is one of a list of tags, or the list is a star. */
  static boolean matches(String tags, long version) {
    for (String tag : tags.split(",", -1)) {
      String plain = tag.strip();
      if (plain.equals("*") || plain.equals(of(version)) || plain.equals("W/" + of(version))) {
        return true;
      }
    }
    return false;
  }

  /** The answer with its tag, or 304 when the caller has this version. */
  static Answer answer(Call call, Object body, long version) {
    boolean known = call.find("If-None-Match").filter(tags -> matches(tags, version)).isPresent();
    return (known ? Answer.empty(304) : Answer.of(200, body)).with("ETag", of(version));
  }
}
