package parley.board.admin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import parley.access.AccessService;
import parley.access.BoardRights;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.failure.ForumException;
import parley.store.Database;

/** Reads and sets which groups may do what in a board. */
final class BoardRightsService {

  private final Database database;
  private final AccessService access;
  private final AuditService audit;
  private final LongConsumer changed;
  private final GroupIdsRepository groups = new GroupIdsRepository();

  BoardRightsService(
      Database database, AccessService access, AuditService audit, LongConsumer changed) {
    this.database = database;
    this.access = access;
    this.audit = audit;
    this.changed = changed;
  }

  /** Fails with NOT_FOUND. */
  Future<BoardRights> get(long boardId) {
    return get(database.client(), boardId);
  }

  private Future<BoardRights> get(SqlClient client, long boardId) {
    return access
        .rightsOf(client, boardId)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("board")));
  }

  /** Fails with NOT_FOUND, or with INVALID where a group does not exist. */
  Future<BoardRights> set(Actor actor, BoardRights wanted) {
    return database
        .transaction(tx -> set(tx, actor, wanted))
        .compose(done -> access.rightsChanged())
        .onSuccess(told -> changed.accept(wanted.boardId()))
        .compose(told -> get(wanted.boardId()));
  }

  private Future<Void> set(SqlClient tx, Actor actor, BoardRights wanted) {
    return get(tx, wanted.boardId())
        .compose(
            before ->
                groups
                    .lock(tx)
                    .map(known -> requireKnown(wanted, known))
                    .compose(good -> access.setRights(tx, wanted))
                    .compose(
                        set ->
                            audit.add(
                                tx,
                                actor,
                                Act.of("board.rights", "board", wanted.boardId())
                                    .with("before", words(before))
                                    .with("after", words(wanted)))));
  }

  private static BoardRights requireKnown(BoardRights wanted, Set<Long> known) {
    require(known.contains(wanted.see()), "see");
    require(known.contains(wanted.reply()), "reply");
    require(known.contains(wanted.open()), "open");
    require(known.containsAll(wanted.moderate()), "moderate");
    return wanted;
  }

  private static void require(boolean known, String field) {
    if (!known) {
      throw ForumException.invalid(field, "unknown", "There is no such group.");
    }
  }

  private static Map<String, Object> words(BoardRights rights) {
    return Map.of(
        "see", rights.see(),
        "reply", rights.reply(),
        "open", rights.open(),
        "moderate", rights.moderate().stream().sorted().toList());
  }
}
