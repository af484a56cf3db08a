package org.ieum.server.http;

import java.util.Optional;

/** Who may use the server. For any thread. */
public interface ApiKeys {
  /** Whose key it is; may throw {@link Refused} for one that is no longer good. */
  Optional<Caller> find(String key);

  /** Whether requests without a key are let in. */
  default Optional<Caller> findAnonymous() {
    return Optional.empty();
  }

  /** These, and others for keys that these do not know. */
  default ApiKeys or(ApiKeys others) {
    ApiKeys these = this;
    return new ApiKeys() {
      @Override
      public Optional<Caller> find(String key) {
        return these.find(key).or(() -> others.find(key));
      }

      @Override
      public Optional<Caller> findAnonymous() {
        return these.findAnonymous().or(others::findAnonymous);
      }
    };
  }
}
