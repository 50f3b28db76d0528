package parley.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The members who may write to a member. Moderators always may. */
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
