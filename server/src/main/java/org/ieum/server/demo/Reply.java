package org.ieum.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status of HTTP, 0 when nothing came back
 * @param body a missing node when there is none
 */
record Reply(int status, JsonNode body) {
  static final Reply NONE = new Reply(0, MissingNode.getInstance());

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request may do better in a while. */
  boolean isWorthAnotherTry() {
    return status == 0 || status == 429 || status >= 500;
  }

  <T> T as(Class<T> type) {
    return DemoJson.read(body, type);
  }
}
