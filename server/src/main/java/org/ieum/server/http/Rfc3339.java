package org.ieum.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times with their zone, as text. */
final class Rfc3339 extends StdScalarSerializer<OffsetDateTime> {
  private static final long serialVersionUID = 1;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  Rfc3339() {
    super(OffsetDateTime.class);
  }

  @Override
  public void serialize(OffsetDateTime time, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }

  /** The time, if it is one and of this century. */
  static Optional<OffsetDateTime> find(String text) {
    if (text.length() > 40) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      boolean within = time.getYear() >= FIRST_YEAR && time.getYear() < LAST_YEAR;
      return within ? Optional.of(time) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
