package parley.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads every declared section of the configuration into its record. A key that no record has is
 * refused, so that each key of the defaults belongs to exactly one section.
 */
final class SectionReader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** The platform's own section first. */
  private final List<Section<?>> sections;

  SectionReader(List<Section<?>> sections) {
    this.sections = new ArrayList<>(List.of(Config.SECTION));
    this.sections.addAll(sections);
    if (this.sections.stream().map(Section::name).distinct().count() < this.sections.size()) {
      throw new IllegalArgumentException("A section is declared twice: " + this.sections);
    }
  }

  /** The records of all sections. */
  static final class Read {

    private final Map<Section<?>, Record> records = new HashMap<>();

    <T extends Record> T of(Section<T> section) {
      var record = records.get(section);
      if (record == null) {
        throw new IllegalArgumentException("The section " + section.name() + " is not declared");
      }
      return section.type().cast(record);
    }
  }

  /**
   * @throws ConfigException for a value that cannot be used
   */
  Read read(JsonObject configuration) {
    var read = new Read();
    for (var section : sections) {
      read.records.put(section, record(section, own(section, configuration)));
    }
    return read;
  }

  private static <T extends Record> T record(Section<T> section, JsonObject values) {
    try {
      return MAPPER.readValue(values.encode(), section.type());
    } catch (JsonProcessingException e) {
      throw named(section, e);
    }
  }

  /** The section's values without those of nested sections. */
  private JsonObject own(Section<?> section, JsonObject configuration) {
    var values = configuration;
    if (!section.name().isEmpty()) {
      for (var step : section.name().split("\\.", -1)) {
        values = values.getValue(step) instanceof JsonObject inner ? inner : new JsonObject();
      }
    }
    var own = values.copy();
    var prefix = section.name().isEmpty() ? "" : section.name() + ".";
    sections.stream()
        .filter(other -> !other.equals(section) && other.name().startsWith(prefix))
        .forEach(inner -> remove(own, inner.name().substring(prefix.length())));
    return own;
  }

  /** Removes a section, and enclosing sections that become empty. */
  private static void remove(JsonObject values, String name) {
    var dot = name.indexOf('.');
    if (dot < 0) {
      values.remove(name);
    } else if (values.getValue(name.substring(0, dot)) instanceof JsonObject inner) {
      remove(inner, name.substring(dot + 1));
      if (inner.isEmpty()) {
        values.remove(name.substring(0, dot));
      }
    }
  }

  /** Names the key: Jackson reports its path, and the check of a record reports its own key. */
  private static ConfigException named(Section<?> section, JsonProcessingException failure) {
    var key =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull) // an index
                .collect(joining("."))
            : "";
    return failure.getCause() instanceof ConfigException own
        ? own.in(section.key(key))
        : new ConfigException(
            section.key(key),
            "has a value of the wrong kind: " + ConfigException.firstLine(failure));
  }
}
