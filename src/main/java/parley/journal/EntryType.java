package parley.journal;

import io.vertx.core.json.JsonObject;

/**
 * What kind of change an entry tells of. Entries outlive the program that wrote them: a name and
 * the meaning of its members never change, members may be added.
 *
 * @param name such as {@code reply.written}; at most 64 characters
 * @param data what an entry holds beside its subject
 */
public record EntryType<T extends Record>(String name, Class<T> data) {

  T decode(JsonObject json) {
    return json.mapTo(data);
  }
}
