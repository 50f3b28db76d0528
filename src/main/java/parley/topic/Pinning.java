package parley.topic;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a topic stands before the others: the column {@code pinned}. */
public enum Pinning {
  NO("no", 0),
  /** In the list of its board. */
  BOARD("board", 1),
  /** In the list of its board, and in that of all boards. */
  EVERYWHERE("everywhere", 2);

  private final String word;
  private final int code;

  Pinning(String word, int code) {
    this.word = word;
    this.code = code;
  }

  /** As answers have it. */
  @JsonValue
  public String word() {
    return word;
  }

  /** As the column has it. */
  public int code() {
    return code;
  }

  static Pinning of(int code) {
    return code == BOARD.code ? BOARD : code == EVERYWHERE.code ? EVERYWHERE : NO;
  }
}
