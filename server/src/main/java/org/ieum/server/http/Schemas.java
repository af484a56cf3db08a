package org.ieum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.ieum.server.api.SavedPlace;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the records that go over the wire. */
final class Schemas {
  private final SchemaBuilder builder;

  Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.PLAIN_DEFINITION_KEYS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode node = context.getGeneratorConfig().createObjectNode();
              if (type.getErasedType() == OffsetDateTime.class) {
                return new CustomDefinition(
                    node.put("type", "string").put("format", "date-time"), true);
              }
              boolean anything =
                  type.getErasedType() == JsonNode.class || type.getErasedType() == Object.class;
              return anything ? new CustomDefinition(node, true) : null;
            });
    SchemaGeneratorConfigPart<FieldScope> fields = config.forFields();
    fields
        .withPropertyNameOverrideResolver(field -> Json.nameOf(field.getDeclaredName()))
        .withRequiredCheck(field -> !isNullable(field))
        .withNullableCheck(Schemas::isNullable)
        .withNumberInclusiveMinimumResolver(field -> bound(field, FieldRule::min))
        .withNumberInclusiveMaximumResolver(field -> bound(field, FieldRule::max))
        .withDescriptionResolver(Schemas::saying)
        .withStringPatternResolver(Schemas::pattern)
        .withStringMaxLengthResolver(Schemas::longest);
    builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** A reference to the schema of a record. */
  ObjectNode reference(Class<?> type) {
    return builder.createSchemaReference(type);
  }

  /** All schemas that were referred to; for once, at the end. */
  ObjectNode definitions() {
    return builder.collectDefinitions("components/schemas");
  }

  /** The schema of a parameter. */
  static ObjectNode parameter(String name) {
    FieldRule rule = FieldRule.of(name);
    ObjectNode schema = Json.mapper().createObjectNode();
    if (!rule.isText()) {
      schema.put("type", FieldRule.isDegrees(name) ? "number" : "integer");
      schema.put("minimum", (long) rule.min());
      return schema.put("maximum", (long) rule.max());
    }
    schema.put("type", "string").put("maxLength", (int) rule.max());
    if (rule.pattern() != null) {
      schema.put("pattern", rule.pattern().pattern());
    }
    return schema;
  }

  private static boolean isNullable(FieldScope field) {
    return !field.isFakeContainerItemScope()
        && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable BigDecimal bound(FieldScope field, Function<FieldRule, Double> bound) {
    FieldRule rule = FieldRule.of(Json.nameOf(field.getDeclaredName()));
    return isInput(field) && !rule.isText()
        ? BigDecimal.valueOf(bound.apply(rule).longValue())
        : null;
  }

  private static @Nullable String saying(FieldScope field) {
    FieldRule rule = FieldRule.of(Json.nameOf(field.getDeclaredName()));
    return isInput(field) && !rule.isPlain() && !rule.saying().isEmpty() ? rule.saying() : null;
  }

  private static @Nullable String pattern(FieldScope field) {
    FieldRule rule = FieldRule.of(Json.nameOf(field.getDeclaredName()));
    boolean applies = isInput(field) && field.getType().getErasedType() == String.class;
    return applies && rule.pattern() != null ? rule.pattern().pattern() : null;
  }

  private static @Nullable Integer longest(FieldScope field) {
    FieldRule rule = FieldRule.of(Json.nameOf(field.getDeclaredName()));
    boolean applies = isInput(field) && field.getType().getErasedType() == String.class;
    return applies ? (int) rule.max() : null;
  }

  /** Only what is sent to the server has bounds. */
  private static boolean isInput(FieldScope field) {
    Class<?> type = field.getDeclaringType().getErasedType();
    return type.getSimpleName().endsWith("Input") || type == SavedPlace.class;
  }
}
