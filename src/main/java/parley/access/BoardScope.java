package parley.access;

import java.util.Collections;
import java.util.List;

/** The boards that a statement may read from. */
public final class BoardScope {

  /** Every board: the statement needs no condition. */
  public static final BoardScope ALL = new BoardScope(true, List.of());

  private final boolean isAll;
  private final List<Long> ids;

  private BoardScope(boolean isAll, List<Long> ids) {
    this.isAll = isAll;
    this.ids = ids;
  }

  /** These boards, and no others. */
  public static BoardScope of(List<Long> ids) {
    return new BoardScope(false, List.copyOf(ids));
  }

  public boolean isAll() {
    return isAll;
  }

  /** The parameters of the {@link #condition}. */
  public List<Long> ids() {
    return ids;
  }

  /** A condition on the column of boards' ids, such as {@code board_id IN (?,?)}. */
  public String condition(String column) {
    if (isAll) {
      return "TRUE";
    }
    return switch (ids.size()) {
      case 0 -> "FALSE";
      case 1 -> column + " = ?";
      default -> column + " IN (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
    };
  }

  /** The condition followed by AND; nothing where every board is read. */
  public String and(String column) {
    return isAll ? "" : condition(column) + " AND";
  }
}
