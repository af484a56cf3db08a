package org.ieum.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;
import org.ieum.fare.Mode;
import org.ieum.fare.Rounding;
import org.ieum.model.LimitsFrom;
import org.ieum.road.KerbSide;
import org.ieum.server.quantity.Choices;
import org.ieum.server.quantity.Distance;
import org.ieum.server.quantity.Seating;
import org.ieum.server.quantity.ServiceTime;
import org.ieum.server.quantity.TimeSpan;

/**
 * Makes a value of the text that stands behind a key, quoted or not, with a parser whose faults
 * tell what must be and what was.
 */
final class ScalarReader<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1;

  /** Never serialised, though the class above could be. */
  private final transient Function<String, T> parser;

  private ScalarReader(Class<T> type, Function<String, T> parser) {
    super(type);
    this.parser = parser;
  }

  /** All kinds of values that a configuration has. */
  static SimpleModule all() {
    SimpleModule all = new SimpleModule();
    add(all, String.class, text -> text);
    add(all, Integer.class, ScalarReader::wholeNumber);
    add(all, Long.class, ScalarReader::longNumber);
    add(all, Double.class, ScalarReader::number);
    add(all, Boolean.class, ScalarReader::truth);
    add(all, ZoneId.class, ScalarReader::zone);
    add(all, Currency.class, ScalarReader::currency);
    add(all, TimeSpan.class, ScalarReader::duration);
    add(all, ServiceTime.class, ServiceTime::parse);
    add(all, Distance.class, Distance::parse);
    add(all, Seating.class, Seating::parse);
    add(all, LimitsFrom.class, Choices.parser(LimitsFrom.class));
    add(all, KerbSide.class, Choices.parser(KerbSide.class));
    add(all, OptimizerChoice.class, Choices.parser(OptimizerChoice.class));
    add(all, RepositionSource.class, Choices.parser(RepositionSource.class));
    add(all, Mode.class, Choices.parser(Mode.class));
    add(all, Rounding.Direction.class, Choices.parser(Rounding.Direction.class));
    return all;
  }

  private static <T> void add(SimpleModule to, Class<T> type, Function<String, T> parser) {
    to.addDeserializer(type, new ScalarReader<>(type, parser));
  }

  @Override
  public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
    if (!from.currentToken().isScalarValue()) {
      String kind = from.isExpectedStartArrayToken() ? "a list" : "a group of keys";
      throw fault(from, "must be one value, was " + kind);
    }
    try {
      return parser.apply(from.getText());
    } catch (IllegalArgumentException e) {
      throw fault(from, String.valueOf(e.getMessage()));
    }
  }

  private InvalidFormatException fault(JsonParser from, String message) throws IOException {
    return InvalidFormatException.from(from, message, from.getText(), handledType());
  }

  private static Integer wholeNumber(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, was '" + text + "'", e);
    }
  }

  private static Long longNumber(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, was '" + text + "'", e);
    }
  }

  private static Double number(String text) {
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number, was '" + text + "'", e);
    }
  }

  /** Whoever writes a bare number here thinks of minutes as often as of seconds. */
  private static TimeSpan duration(String text) {
    if (text.strip().matches("0*[1-9][0-9]*")) {
      throw new IllegalArgumentException(
          "must have a unit, such as 90s, 10m or 1h30m, was '" + text + "'");
    }
    return TimeSpan.parse(text);
  }

  private static Boolean truth(String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, was '" + text + "'");
    };
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a time zone such as Europe/Stockholm, was '" + text + "'", e);
    }
  }

  private static Currency currency(String text) {
    try {
      return Currency.getInstance(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be a currency of ISO 4217 such as EUR, was '" + text + "'", e);
    }
  }
}
