package parley.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.access.AccessService;
import parley.audit.Act;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.MemberEvents;
import parley.member.Role;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.session.SessionService;
import parley.store.Database;

/**
 * Lists members for administrators, and changes roles. A new role is in effect in every process
 * when the future succeeds.
 */
final class StaffService {

  private final Database database;
  private final AccessService access;
  private final SessionService sessions;
  private final AuditService audit;
  private final MemberEvents events;
  private final StaffRepository members = new StaffRepository();

  StaffService(
      Database database,
      AccessService access,
      SessionService sessions,
      AuditService audit,
      MemberEvents events) {
    this.database = database;
    this.access = access;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
  }

  /** Newest first. */
  Future<Page<MemberRow>> page(MemberQuery query, PageRequest page) {
    var client = database.client();
    return members
        .count(client, query)
        .compose(
            total ->
                page.offset() >= total
                    ? Future.succeededFuture(Page.of(List.of(), page, total))
                    : members.page(client, query, page).map(items -> Page.of(items, page, total)));
  }

  /**
   * Fails with NOT_FOUND, with CONFLICT where no administrator would be left, or with FORBIDDEN
   * where the actor is no administrator any more.
   */
  Future<MemberRow> setRole(Actor actor, long memberId, Role role) {
    return database
        .transaction(tx -> setRole(tx, actor, memberId, role))
        .onSuccess(member -> events.changed(memberId))
        .compose(member -> access.memberChanged(memberId).map(member));
  }

  private Future<MemberRow> setRole(SqlClient tx, Actor actor, long memberId, Role role) {
    return members
        .lockAdmins(tx)
        .compose(
            admins -> {
              if (!admins.contains(actor.id())) {
                throw ForumException.of(Kind.FORBIDDEN, "Only administrators may do this.");
              }
              if (role != Role.ADMIN && admins.equals(List.of(memberId))) {
                throw ForumException.of(Kind.CONFLICT, "The forum needs an administrator.");
              }
              return members.lockRole(tx, memberId);
            })
        .map(found -> found.orElseThrow(() -> ForumException.notFound("member")))
        .compose(
            before ->
                before == role
                    ? Future.succeededFuture()
                    : members
                        .setRole(tx, memberId, role)
                        .compose(
                            set ->
                                audit.add(
                                    tx,
                                    actor,
                                    Act.of("member.role", "member", memberId)
                                        .with("before", before.word())
                                        .with("after", role.word()))))
        .compose(done -> members.find(tx, memberId))
        .map(found -> found.orElseThrow(() -> ForumException.notFound("member")));
  }

  /**
   * Signs a member out everywhere. Fails with NOT_FOUND. What was written down and could not be
   * done can be asked for again.
   */
  Future<Void> endSessions(Actor actor, long memberId) {
    return database
        .transaction(
            tx ->
                members
                    .find(tx, memberId)
                    .map(found -> found.orElseThrow(() -> ForumException.notFound("member")))
                    .compose(
                        found ->
                            audit.add(tx, actor, Act.of("member.sessions", "member", memberId))))
        .compose(noted -> sessions.endAll(memberId));
  }
}
