package org.ieum.server.command;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Makes values of options with a parser whose faults are clear sentences. */
final class TextConverter<T> implements ITypeConverter<T> {
  private final Function<String, T> parser;

  /**
   * A converter.
   *
   * @param parser throws IllegalArgumentException with what must be and what was
   */
  TextConverter(Function<String, T> parser) {
    this.parser = parser;
  }

  @Override
  public T convert(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
