package org.ieum.server.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, written row by row. */
final class Table implements AutoCloseable {
  private final JsonGenerator out;
  private final List<String> columns;

  private Table(JsonGenerator out, List<String> columns) {
    this.out = out;
    this.columns = columns;
  }

  static Table open(Path file, List<String> columns) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    CsvMapper mapper = new CsvMapper();
    JsonGenerator out =
        mapper
            .writer(schema.build())
            .createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    return new Table(out, columns);
  }

  /** Writes a row; a value that is null leaves its field empty. */
  void row(List<? extends @Nullable Object> values) throws IOException {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row has " + columns.size() + " fields, got " + values.size());
    }
    out.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        out.writeStringField(columns.get(i), value.toString());
      }
    }
    out.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
