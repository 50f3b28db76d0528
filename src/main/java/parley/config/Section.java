package parley.config;

import java.util.Objects;

/**
 * A section of the configuration and the record that it is read into. The record's components have
 * the names of the section's keys, and its constructor checks their values with {@link
 * ConfigException#require}. A section may be inside another one: {@code limits.post} is the section
 * {@code post} of {@code limits}, whose own record does not have its keys.
 *
 * <p>A feature declares its sections as constants beside itself, and {@code parley.Sections} lists
 * them, because all of them are checked before a store is opened.
 *
 * @param name as in {@code conf/parley.yaml}, with dots between a section and those in it; empty
 *     for the whole configuration
 * @param type the record of one section
 */
public record Section<T extends Record>(String name, Class<T> type) {

  public Section {
    Objects.requireNonNull(type);
    if (!name.matches("(\\w+(\\.\\w+)*)?")) {
      throw new IllegalArgumentException("'" + name + "' does not name a section");
    }
  }

  /** The full name of one of this section's keys. */
  String key(String key) {
    return name.isEmpty() || key.isEmpty() ? name + key : name + "." + key;
  }
}
