package parley.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kind of content of a board. */
public enum BoardKind {
  DISCUSSION,
  /** A reply can be marked as the answer. */
  QUESTIONS,
  /** By default only moderators open topics. */
  ANNOUNCEMENTS;

  /** The name in requests and in the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with this name, in any case.
   *
   * @throws IllegalArgumentException for any other name
   */
  @JsonCreator
  public static BoardKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
