package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ieum.server.api.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON object and nothing else: no field is unknown, none is missing but those
 * that may be null, none is of another type or out of its bounds. All faults are told at once.
 *
 * <p>Data binding by annotations was tried before: it stops at the first fault, and its messages
 * name classes rather than values.
 */
final class RecordReader<T> {
  private static final int MOST_FAULTS = 10;

  private final Constructor<T> constructor;
  private final List<Field> fields = new ArrayList<>();

  /** A component by its name in JSON. */
  private record Field(
      String name,
      Class<?> type,
      boolean required,
      FieldRule rule,
      @Nullable ListReader<?> items) {}

  RecordReader(Class<T> type) {
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = Json.nameOf(component.getName());
      boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      fields.add(
          new Field(
              name, component.getType(), required, FieldRule.of(name), ListReader.of(component)));
      types.add(component.getType());
    }
    try {
      constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a body.
   *
   * @throws Refused naming the faults
   */
  T read(byte[] body) {
    JsonNode tree = Json.tree(body);
    if (!tree.isObject()) {
      throw Refused.of(400, "the body must be a JSON object");
    }
    List<FieldProblem> faults = new ArrayList<>();
    T record = read(tree, faults);
    if (record == null) {
      throw Refused.of(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }
    return record;
  }

  /** Reads an object and adds what is wrong with it to the faults, if there is anything. */
  @Nullable T read(JsonNode tree, List<FieldProblem> faults) {
    int before = faults.size();
    Map<String, JsonNode> rest = new TreeMap<>();
    tree.properties().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
    // Index i: the value of component i.
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      JsonNode node = rest.remove(field.name());
      if (node != null && !node.isNull()) {
        values[i] = value(field, node, faults);
      } else if (field.required()) {
        faults.add(new FieldProblem(field.name(), null, "is missing"));
      }
    }
    rest.forEach((name, node) -> faults.add(problem(name, node, "is not a field of this request")));
    return faults.size() > before ? null : make(values);
  }

  private static @Nullable Object value(Field field, JsonNode node, List<FieldProblem> faults) {
    Optional<String> fault;
    Object value;
    ListReader<?> items = field.items();
    if (items != null) {
      return items.read(field.name(), node, faults);
    }
    if (field.type() == String.class && node.isTextual()) {
      value = node.textValue();
      fault = field.rule().findFault(node.textValue());
    } else if (field.type() == OffsetDateTime.class && node.isTextual()) {
      Optional<OffsetDateTime> time = Rfc3339.find(node.textValue());
      value = time.orElse(null);
      fault = time.isPresent() ? Optional.empty() : Optional.of(saying(field.type()));
    } else if (field.type() == Double.class && node.isNumber()) {
      value = node.doubleValue();
      fault = field.rule().findFault(node.doubleValue());
    } else if (field.type() == Long.class && node.isIntegralNumber()) {
      value = node.longValue();
      fault = field.rule().findFault(node.doubleValue());
    } else if (field.type() == Integer.class && node.isIntegralNumber()) {
      value = node.intValue();
      fault = field.rule().findFault(node.doubleValue());
    } else {
      value = null;
      fault = Optional.of(saying(field.type()));
    }
    fault.ifPresent(message -> faults.add(problem(field.name(), node, message)));
    return value;
  }

  private static String saying(Class<?> type) {
    if (type == String.class) {
      return "must be a text";
    }
    if (type == OffsetDateTime.class) {
      return "must be a time of this century with its zone, such as 2026-01-31T08:30:00+09:00";
    }
    return type == Double.class ? "must be a number" : "must be a whole number";
  }

  static FieldProblem problem(String name, JsonNode node, String message) {
    return new FieldProblem(
        Refused.shown(name),
        Refused.shown(node.isTextual() ? node.textValue() : node.toString()),
        message);
  }

  private T make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
