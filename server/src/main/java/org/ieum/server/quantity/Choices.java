package org.ieum.server.quantity;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Choices of an option as people write them: {@code ARRIVE_BY} is {@code arrive-by}. */
public final class Choices {
  private Choices() {}

  /** As people write it. */
  public static String text(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A parser whose fault names all choices. */
  public static <E extends Enum<E>> Function<String, E> parser(Class<E> type) {
    return text -> {
      for (E choice : type.getEnumConstants()) {
        if (text(choice).equals(text.strip().toLowerCase(Locale.ROOT))) {
          return choice;
        }
      }
      String all =
          Arrays.stream(type.getEnumConstants())
              .map(Choices::text)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("must be one of " + all + ", was '" + text + "'");
    };
  }
}
