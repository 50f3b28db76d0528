package parley.post;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Whether a topic or a reply is shown: the column {@code state} of both tables. Lists, pages and
 * counters hold what is {@link #SHOWN}, so their statements say {@code state = 0}.
 */
public enum PostState {
  /** Everybody who may read the board sees it. */
  SHOWN(0),
  /** Waits for a moderator's decision. */
  HELD(1),
  /** A moderator has hidden it; it can come back. */
  HIDDEN(2),
  /** Deleted; a reply keeps its floor. */
  REMOVED(3);

  private final int code;

  PostState(int code) {
    this.code = code;
  }

  /** As answers have it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As the column holds it. */
  public int code() {
    return code;
  }

  /**
   * The state with this code.
   *
   * @throws IllegalArgumentException when no state has this code
   */
  public static PostState of(int code) {
    for (var state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalArgumentException("There is no state " + code);
  }
}
