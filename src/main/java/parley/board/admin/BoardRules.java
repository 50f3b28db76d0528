package parley.board.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.audit.Act;
import parley.board.admin.StoredBoard.Merging;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/** Rules for the values of boards. */
final class BoardRules {

  private BoardRules() {}

  static StoredBoard existing(List<StoredBoard> all, long id) {
    return all.stream()
        .filter(board -> board.id() == id)
        .findFirst()
        .orElseThrow(() -> ForumException.notFound("board"));
  }

  /** Boards are below others by one level. */
  static void requireParent(StoredBoard board, List<StoredBoard> all) {
    var parentId = board.parentId();
    if (parentId == null) {
      return;
    }
    var parent = all.stream().filter(other -> other.id() == parentId).findFirst();
    if (parent.isEmpty() || parent.get().merging() != null) {
      throw ForumException.invalid("parentId", "unknown", "There is no such board.");
    }
    if (parentId == board.id()
        || parent.get().parentId() != null
        || all.stream().anyMatch(other -> Objects.equals(other.parentId(), board.id()))) {
      throw ForumException.invalid("parentId", "too_deep", "Boards are nested one level deep.");
    }
  }

  static void requireKept(StoredBoard board) {
    if (board.merging() != null) {
      throw ForumException.of(Kind.CONFLICT, "This board is being deleted.");
    }
  }

  static void requireDeletable(StoredBoard board, long moveTo, List<StoredBoard> all) {
    if (moveTo == board.id()
        || moveTo != 0
            && all.stream().noneMatch(other -> other.id() == moveTo && other.merging() == null)) {
      throw ForumException.invalid("moveTo", "unknown", "There is no such board.");
    }
    if (all.stream().filter(other -> other.merging() == null).count() == 1) {
      throw ForumException.of(Kind.CONFLICT, "The last board cannot be deleted.");
    }
    if (all.stream().anyMatch(other -> takesFrom(other.merging(), board.id()))) {
      throw ForumException.of(Kind.CONFLICT, "The topics of another board are being moved here.");
    }
  }

  private static boolean takesFrom(@Nullable Merging merging, long boardId) {
    return merging != null && Objects.equals(merging.into(), boardId);
  }

  /** A deletion that has begun can only be asked for again as it was. */
  static void requireSame(Merging begun, long moveTo) {
    var into = begun.into();
    if (moveTo != 0 && (into == null || into != moveTo)) {
      throw ForumException.of(Kind.CONFLICT, "This board is being deleted already.");
    }
  }

  /** What was changed, with the values before and after. */
  static Act difference(Act act, StoredBoard before, StoredBoard after) {
    var noted = noted(act, "title", before.title(), after.title());
    noted = noted(noted, "slug", before.slug(), after.slug());
    noted = noted(noted, "description", before.description(), after.description());
    noted = noted(noted, "colour", before.colour(), after.colour());
    noted = noted(noted, "kind", before.kind().word(), after.kind().word());
    noted = noted(noted, "parentId", before.parentId(), after.parentId());
    return noted(noted, "archived", before.archived(), after.archived());
  }

  private static Act noted(Act act, String name, @Nullable Object before, @Nullable Object after) {
    return Objects.equals(before, after)
        ? act
        : act.with(name, List.of(String.valueOf(before), String.valueOf(after)));
  }
}
