package parley.following;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a member wants to hear of a topic or a board, with the code that the column has. */
enum Level {
  MUTED(-1),
  NORMAL(0),
  WATCHING(1);

  private final int code;

  Level(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Level of(int code) {
    return code < 0 ? MUTED : code > 0 ? WATCHING : NORMAL;
  }

  /** The level with this name, which the contract has validated. */
  static Level named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
