package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ieum.server.api.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Makes a list of a JSON array: of texts, which have the bounds of its name, or of records. */
final class ListReader<T> {
  /** Items of a list. */
  static final int MOST = 366;

  /** Null for texts. */
  private final @Nullable RecordReader<T> records;

  private ListReader(@Nullable RecordReader<T> records) {
    this.records = records;
  }

  /** The reader of a component that is a list; null for others. */
  static @Nullable ListReader<?> of(RecordComponent component) {
    if (component.getType() != List.class) {
      return null;
    }
    Class<?> items =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return items == String.class
        ? new ListReader<String>(null)
        : new ListReader<>(new RecordReader<>(items));
  }

  /** Reads an array; null when something is wrong, which is added to the faults. */
  @Nullable List<Object> read(String name, JsonNode array, List<FieldProblem> faults) {
    if (!array.isArray() || array.size() > MOST) {
      String message = "must be a list of at most " + MOST;
      faults.add(RecordReader.problem(name, array, message));
      return null;
    }
    int before = faults.size();
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      int first = faults.size();
      Object item = item(name, array.get(i), faults);
      if (array.get(i).isObject()) {
        String place = name + "[" + i + "].";
        faults.subList(first, faults.size()).replaceAll(fault -> fault.within(place));
      }
      if (item != null) {
        items.add(item);
      }
    }
    return faults.size() > before ? null : List.copyOf(items);
  }

  private @Nullable Object item(String name, JsonNode node, List<FieldProblem> faults) {
    if (records != null && node.isObject()) {
      return records.read(node, faults);
    }
    Optional<String> fault =
        records == null && node.isTextual()
            ? FieldRule.of(name).findFault(node.textValue())
            : Optional.of("must be a list of " + (records == null ? "texts" : "objects"));
    fault.ifPresent(message -> faults.add(RecordReader.problem(name, node, message)));
    return fault.isPresent() ? null : node.textValue();
  }
}
