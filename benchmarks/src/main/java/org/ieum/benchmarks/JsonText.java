package org.ieum.benchmarks;

/** Finds values in JSON without reading all of it, as it is written by a machine: no spaces. */
final class JsonText {
  private JsonText() {}

  /** The first text of a name behind a place in the JSON; "" when there is none. */
  static String find(String json, String behind, String name) {
    int from = json.indexOf(behind);
    if (from < 0) {
      return "";
    }
    String start = "\"" + name + "\":\"";
    int at = json.indexOf(start, from);
    if (at < 0) {
      return "";
    }
    int begin = at + start.length();
    return json.substring(begin, json.indexOf('"', begin));
  }

  static String find(String json, String name) {
    return find(json, "{", name);
  }
}
