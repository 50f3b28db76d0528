package parley.group;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.access.AccessService;
import parley.access.Group;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.audit.RepeatedAct;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.MemberService;
import parley.store.Database;
import parley.store.Rows;
import parley.store.StoreFailures;

/**
 * Adds, changes and deletes groups and their members. A change is in effect in every process, also
 * for open connections, when its future succeeds.
 */
final class GroupService {

  private static final String CREATE = "group.create";

  private final Database database;
  private final AccessService access;
  private final AuditService audit;
  private final MemberService members;
  private final GroupRepository groups = new GroupRepository();

  GroupService(Database database, AccessService access, AuditService audit, MemberService members) {
    this.database = database;
    this.access = access;
    this.audit = audit;
    this.members = members;
  }

  Future<List<GroupView>> all() {
    return groups.all(database.client());
  }

  /**
   * Fails with INVALID.
   *
   * @param request null where it cannot be sent again
   */
  Future<GroupView> add(Actor actor, GroupDraft draft, @Nullable RepeatedAct request) {
    return change(
            tx ->
                earlier(tx, actor, request)
                    .compose(
                        earlier ->
                            earlier.isPresent()
                                ? Future.succeededFuture(earlier.get())
                                : add(tx, actor, draft, request)))
        .recover(
            failure ->
                StoreFailures.isUnavailable(failure)
                    ? Future.failedFuture(failure)
                    : earlier(database.client(), actor, request) // it was under way
                        .compose(
                            earlier ->
                                earlier
                                    .map(Future::succeededFuture)
                                    .orElseGet(() -> Future.failedFuture(failure))));
  }

  /** What the same request has made before, and what is still there. */
  private Future<Optional<GroupView>> earlier(
      SqlClient client, Actor actor, @Nullable RepeatedAct request) {
    return audit
        .done(client, actor, CREATE, request)
        .compose(
            done ->
                done.isPresent()
                    ? groups.find(client, done.get())
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<GroupView> add(
      SqlClient tx, Actor actor, GroupDraft draft, @Nullable RepeatedAct request) {
    var name = Objects.requireNonNull(draft.name());
    return groups
        .add(tx, name, draft.colour() == null ? null : colour(draft.colour()))
        .compose(
            id ->
                permissions(tx, id, draft)
                    .compose(
                        done ->
                            audit.add(
                                tx,
                                actor,
                                noted(Act.of(CREATE, "group", id), draft).under(request)))
                    .compose(done -> get(tx, id)));
  }

  private static @Nullable String colour(String given) {
    return given.isEmpty() ? null : given;
  }

  private Future<Void> permissions(SqlClient tx, long id, GroupDraft draft) {
    var wanted = draft.permissions();
    if (wanted == null) {
      return Future.succeededFuture();
    }
    if (!access.permissionNames().containsAll(wanted)) {
      throw ForumException.invalid("permissions", "unknown", "There is no such permission.");
    }
    if (id == Group.EVERYONE && !wanted.isEmpty()) {
      throw ForumException.invalid("permissions", "guests", "Guests have no permissions.");
    }
    return groups.setPermissions(tx, id, wanted.stream().distinct().toList());
  }

  private static Act noted(Act act, GroupDraft draft) {
    return act.with("name", draft.name())
        .with("colour", draft.colour())
        .with("permissions", draft.permissions());
  }

  /** Fails with NOT_FOUND, INVALID, or CONFLICT where a built-in group is to have another name. */
  Future<GroupView> change(Actor actor, long id, GroupDraft draft) {
    return change(
        tx ->
            locked(tx, id)
                .compose(
                    before -> {
                      var name = Objects.requireNonNullElse(draft.name(), before.name());
                      if (before.builtIn() && !name.equals(before.name())) {
                        throw builtIn();
                      }
                      var colour =
                          draft.colour() == null ? before.colour() : colour(draft.colour());
                      return groups.change(tx, id, name, colour);
                    })
                .compose(done -> permissions(tx, id, draft))
                .compose(
                    done -> audit.add(tx, actor, noted(Act.of("group.change", "group", id), draft)))
                .compose(done -> get(tx, id)));
  }

  /**
   * Deletes a group. Fails with NOT_FOUND, or with CONFLICT if it is built in or used in the rights
   * of a board.
   */
  Future<Void> delete(Actor actor, long id) {
    return change(
            tx ->
                locked(tx, id)
                    .compose(
                        group -> {
                          if (group.builtIn()) {
                            throw builtIn();
                          }
                          return groups
                              .boardsOf(tx, id)
                              .map(GroupService::requireNone)
                              .compose(free -> groups.members(tx, id))
                              .compose(
                                  in ->
                                      groups
                                          .delete(tx, id)
                                          .compose(
                                              done ->
                                                  audit.add(
                                                      tx,
                                                      actor,
                                                      Act.of("group.delete", "group", id)
                                                          .with("name", group.name())
                                                          .with("members", in)))
                                          .map(in));
                        }))
        .compose(this::tellAll);
  }

  private static List<String> requireNone(List<String> boards) {
    if (!boards.isEmpty()) {
      throw ForumException.of(
          Kind.CONFLICT, "Rights of these boards name this group: " + String.join(", ", boards));
    }
    return boards;
  }

  private Future<Void> tellAll(List<Long> memberIds) {
    Future<Void> told = Future.succeededFuture();
    for (var member : memberIds) {
      told = told.compose(before -> access.memberChanged(member));
    }
    return told;
  }

  /** Adds a member. Fails with NOT_FOUND, or with CONFLICT for a group that only a role gives. */
  Future<Void> join(Actor actor, long id, long memberId) {
    return membership(actor, id, memberId, "group.join", tx -> groups.join(tx, memberId, id));
  }

  /** Fails as {@link #join}. */
  Future<Void> leave(Actor actor, long id, long memberId) {
    return membership(actor, id, memberId, "group.leave", tx -> groups.leave(tx, memberId, id));
  }

  private Future<Void> membership(
      Actor actor,
      long id,
      long memberId,
      String action,
      Function<SqlClient, Future<Boolean>> work) {
    return database
        .transaction(
            tx ->
                locked(tx, id)
                    .compose(
                        group -> {
                          if (group.builtIn() && id != Group.TRUSTED) {
                            throw ForumException.of(
                                Kind.CONFLICT, "The members of this group follow from their role.");
                          }
                          return members.find(tx, memberId);
                        })
                    .map(found -> found.orElseThrow(() -> ForumException.notFound("member")))
                    .compose(member -> work.apply(tx))
                    .compose(
                        changed ->
                            changed
                                ? audit.add(
                                    tx, actor, Act.of(action, "member", memberId).with("group", id))
                                : Future.succeededFuture()))
        .compose(done -> access.memberChanged(memberId));
  }

  private Future<GroupView> locked(SqlClient tx, long id) {
    return groups
        .lock(tx, id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("group")));
  }

  private Future<GroupView> get(SqlClient tx, long id) {
    return groups.find(tx, id).map(found -> found.orElseThrow());
  }

  private <T> Future<T> change(Function<SqlClient, Future<T>> work) {
    return database
        .transaction(work::apply)
        .recover(
            failure ->
                Future.failedFuture(
                    Rows.isDuplicate(failure, "uq_member_group_name")
                        ? ForumException.invalid("name", "taken", "A group has this name already.")
                        : failure))
        .compose(result -> access.rightsChanged().map(result));
  }

  private static ForumException builtIn() {
    return ForumException.of(Kind.CONFLICT, "This group is built in.");
  }
}
