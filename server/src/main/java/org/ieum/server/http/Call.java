package org.ieum.server.http;

import java.util.Map;
import java.util.Optional;
import org.ieum.server.journal.AnswerKey;
import org.jspecify.annotations.Nullable;

/** A request that has been read and checked. */
final class Call {
  private final Caller caller;
  private final Map<String, String> values;
  private final @Nullable Object input;
  private final @Nullable AnswerKey key;

  /**
   * All of it.
   *
   * @param values of parameters, by name
   * @param input record that the body was
   * @param key if there is one
   */
  Call(Caller caller, Map<String, String> values, @Nullable Object input, @Nullable AnswerKey key) {
    this.caller = caller;
    this.values = Map.copyOf(values);
    this.input = input;
    this.key = key;
  }

  Caller caller() {
    return caller;
  }

  Optional<String> find(String parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  String get(String parameter) {
    return find(parameter).orElseThrow(() -> Refused.missing(parameter));
  }

  long number(String parameter, long otherwise) {
    return find(parameter).map(Long::parseLong).orElse(otherwise);
  }

  <T> T input(Class<T> type) {
    if (input == null) {
      throw new IllegalStateException("this endpoint takes no body");
    }
    return type.cast(input);
  }

  @Nullable AnswerKey key() {
    return key;
  }
}
