package parley.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who may write to a member. Whoever moderates always may. */
enum MessagesFrom {
  EVERYONE,
  /** Members to whom this member has written. */
  KNOWN,
  NOBODY;

  /** The name in requests and in the database. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static MessagesFrom of(String word) {
    return Arrays.stream(values())
        .filter(value -> value.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is " + word));
  }
}
