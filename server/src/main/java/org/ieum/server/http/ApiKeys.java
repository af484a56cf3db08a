package org.ieum.server.http;

import java.util.Optional;

/** Who may use the server. For any thread. */
public interface ApiKeys {
  /** Whose key it is. */
  Optional<Caller> find(String key);

  /** Whether requests without a key are let in. */
  default Optional<Caller> findAnonymous() {
    return Optional.empty();
  }
}
