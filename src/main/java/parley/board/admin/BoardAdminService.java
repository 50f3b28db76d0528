package parley.board.admin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import parley.access.AccessService;
import parley.access.Group;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.audit.RepeatedAct;
import parley.board.BoardKind;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.store.Database;
import parley.store.Rows;

/**
 * Makes, changes, orders and deletes boards. A change holds in every process when its future
 * succeeds. Changes wait for each other.
 */
final class BoardAdminService {

  private static final String CREATE = "board.create";
  private static final String UNIQUE_SLUG = "uq_board_slug";

  private final Database database;
  private final AccessService access;
  private final AuditService audit;
  private final BoardMerging merging;
  private final LongConsumer changed;
  private final BoardAdminRepository boards = new BoardAdminRepository();

  /**
   * @param changed is called after each change, with the board's id
   */
  BoardAdminService(
      Database database,
      AccessService access,
      AuditService audit,
      BoardMerging merging,
      LongConsumer changed) {
    this.database = database;
    this.access = access;
    this.audit = audit;
    this.merging = merging;
    this.changed = changed;
  }

  Future<List<StoredBoard>> all() {
    return boards.all(database.client());
  }

  /**
   * Fails with INVALID.
   *
   * @param request null where it cannot be sent again
   */
  Future<StoredBoard> add(Actor actor, BoardDraft draft, @Nullable RepeatedAct request) {
    return change(
            (tx, all) ->
                audit
                    .done(tx, actor, CREATE, request)
                    .map(done -> done.filter(id -> all.stream().anyMatch(b -> b.id() == id)))
                    .compose(
                        done ->
                            done.isPresent()
                                ? find(tx, done.get())
                                : add(tx, actor, draft, all, request)))
        .onSuccess(board -> changed.accept(board.id()));
  }

  private Future<StoredBoard> add(
      SqlClient tx,
      Actor actor,
      BoardDraft draft,
      List<StoredBoard> all,
      @Nullable RepeatedAct request) {
    var position = all.stream().mapToInt(StoredBoard::position).max().orElse(0) + 1;
    var slug = draft.slug() == null ? freeSlug(draft, all) : draft.slug();
    var board =
        new StoredBoard(
                0, position, "", slug, "", null, BoardKind.DISCUSSION, null, false, 0, 0, null)
            .with(draft);
    BoardRules.requireParent(board, all);
    var open = board.kind() == BoardKind.ANNOUNCEMENTS ? Group.MODERATORS : Group.MEMBERS;
    return boards
        .add(tx, board, open)
        .compose(
            id ->
                boards
                    .forgetSlug(tx, slug)
                    .compose(
                        done ->
                            audit.add(
                                tx,
                                actor,
                                Act.of(CREATE, "board", id)
                                    .under(request)
                                    .with("title", board.title())
                                    .with("slug", slug)))
                    .compose(noted -> find(tx, id)));
  }

  private static String freeSlug(BoardDraft draft, List<StoredBoard> all) {
    var wanted = BoardDraft.slugOf(String.valueOf(draft.title()));
    var base = wanted.isEmpty() ? "board" : wanted;
    var slug = base;
    for (var n = 2; isTaken(slug, all); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }

  private static boolean isTaken(String slug, List<StoredBoard> all) {
    return all.stream().anyMatch(board -> board.slug().equals(slug));
  }

  /** Fails with NOT_FOUND, INVALID, or CONFLICT where the board is being deleted. */
  Future<StoredBoard> change(Actor actor, long id, BoardDraft draft) {
    return change(
            (tx, all) -> {
              var before = BoardRules.existing(all, id);
              BoardRules.requireKept(before);
              var after = before.with(draft);
              BoardRules.requireParent(after, all);
              var act = BoardRules.difference(Act.of("board.change", "board", id), before, after);
              return boards
                  .change(tx, after)
                  .compose(done -> renamed(tx, before, after))
                  .compose(done -> audit.add(tx, actor, act))
                  .compose(done -> find(tx, id));
            })
        .onSuccess(board -> changed.accept(id));
  }

  private Future<Void> renamed(SqlClient tx, StoredBoard before, StoredBoard after) {
    return before.slug().equals(after.slug())
        ? Future.succeededFuture()
        : boards
            .keepSlug(tx, before.slug(), before.id())
            .compose(kept -> boards.forgetSlug(tx, after.slug()));
  }

  /** Fails with INVALID, or with CONFLICT where these are not all boards there are. */
  Future<List<StoredBoard>> order(Actor actor, List<Long> ids) {
    return change(
            (tx, all) -> {
              var given = new HashSet<>(ids);
              if (given.size() < ids.size()) {
                throw ForumException.invalid("ids", "repeated", "A board is named twice.");
              }
              if (!given.equals(new HashSet<>(all.stream().map(StoredBoard::id).toList()))) {
                throw ForumException.of(
                    Kind.CONFLICT, "The boards have changed. Please look again.");
              }
              var act = Act.of("board.order", "board", 0).with("ids", ids);
              return boards
                  .order(tx, ids)
                  .compose(done -> audit.add(tx, actor, act))
                  .compose(done -> boards.all(tx));
            })
        .onSuccess(all -> all.forEach(board -> changed.accept(board.id())));
  }

  /**
   * Deletes a board. Returns false while its topics are still being moved. Fails with NOT_FOUND,
   * INVALID, or CONFLICT if it has topics and no target board for them.
   *
   * @param moveTo the board that takes its topics; 0 for none
   */
  Future<Boolean> delete(Actor actor, long id, long moveTo) {
    return change(
            (tx, all) -> {
              var board = BoardRules.existing(all, id);
              var begun = board.merging();
              if (begun != null) {
                BoardRules.requireSame(begun, moveTo);
                return Future.succeededFuture(id);
              }
              BoardRules.requireDeletable(board, moveTo, all);
              return boards
                  .topics(tx, id)
                  .compose(topics -> beginDeletion(tx, actor, board, moveTo, topics));
            })
        .onSuccess(marked -> changed.accept(id))
        .compose(
            marked -> merging.finish(id).compose(gone -> gone ? done(true) : merging.finish(id)));
  }

  private static Future<Boolean> done(boolean gone) {
    return Future.succeededFuture(gone);
  }

  private Future<Long> beginDeletion(
      SqlClient tx, Actor actor, StoredBoard board, long moveTo, long topics) {
    if (topics > 0 && moveTo == 0) {
      throw ForumException.of(
          Kind.CONFLICT, "This board has topics. Say which board takes them: moveTo.");
    }
    var into = moveTo == 0 ? null : moveTo;
    var act =
        Act.of("board.delete", "board", board.id())
            .with("title", board.title())
            .with("moveTo", into)
            .with("topics", topics);
    return boards
        .beginDeletion(tx, board.id(), into, topics, actor.id())
        .compose(begun -> audit.add(tx, actor, act))
        .map(board.id());
  }

  private Future<StoredBoard> find(SqlClient tx, long id) {
    return boards.all(tx).map(all -> BoardRules.existing(all, id));
  }

  private <T> Future<T> change(BiFunction<SqlClient, List<StoredBoard>, Future<T>> work) {
    return database
        .transaction(tx -> boards.lock(tx).compose(all -> work.apply(tx, all)))
        .recover(
            failure ->
                Future.failedFuture(
                    Rows.isDuplicate(failure, UNIQUE_SLUG)
                        ? ForumException.invalid("slug", "taken", "A board has this slug already.")
                        : failure))
        .compose(result -> access.rightsChanged().map(result));
  }
}
