package parley.access;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import parley.member.Member;
import parley.member.MemberService;
import parley.member.Role;
import parley.store.Database;
import parley.store.Signals;

/**
 * Decides who may do what, and changes it. A change takes effect in every process by the time its
 * future succeeds: later requests are checked against it, and open connections lose the
 * registrations that it forbids.
 */
public final class AccessService {

  private final Database database;
  private final Signals signals;
  private final MemberService members;
  private final AccessRepository rows = new AccessRepository();
  private final RightsCache rights;
  private volatile List<Permission> permissions = List.of();

  public AccessService(Database database, Signals signals, MemberService members) {
    this.database = database;
    this.signals = signals;
    this.members = members;
    this.rights = new RightsCache(() -> rows.rights(database.client()), signals::isLive);
    onRightsChanged(rights::outdated);
  }

  /** Reads the rights for the first time. */
  public Future<Void> start() {
    return rights.get().mapEmpty();
  }

  /** Sets the permissions that exist. Called once, before any request is served. */
  public void declare(List<Permission> all) {
    permissions = List.copyOf(all);
  }

  /** The names of all permissions. */
  public List<String> permissionNames() {
    return permissions.stream().map(Permission::name).toList();
  }

  /** The names of the permissions that a member has. */
  public Future<List<String>> permissionsOf(Member member) {
    return viewer(Optional.of(member))
        .map(
            viewer ->
                permissions.stream().filter(viewer::may).map(Permission::name).sorted().toList());
  }

  /** Whether there is something in the administration that the viewer may do. */
  public boolean isStaff(Viewer viewer) {
    return permissions.stream()
        .filter(permission -> permission.group() == Group.ADMINS)
        .anyMatch(viewer::may);
  }

  /**
   * Adds a listener that is called, on any thread, when rights have changed; it may be called
   * without a change.
   */
  public void onRightsChanged(Runnable changed) {
    signals.listen(Access.RIGHTS, subject -> changed.run(), changed);
  }

  /**
   * Adds a listener that is called, on any thread, with the id of a member whose role or groups
   * have changed; it may be called without a change.
   *
   * @param missed called when signals may have been lost, so any member may have changed
   */
  public void onMemberChanged(LongConsumer changed, Runnable missed) {
    signals.listen(Access.MEMBER, subject -> changed.accept(Long.parseLong(subject)), missed);
  }

  /** The viewer for a member with the current rights; an empty member is a guest. */
  public Future<Viewer> viewer(Optional<Member> member) {
    return here(rights.get()).map(now -> new Viewer(member, now));
  }

  /** The viewers of several members. */
  public Future<List<Viewer>> viewers(List<Member> members) {
    return here(rights.get())
        .map(now -> members.stream().map(member -> new Viewer(Optional.of(member), now)).toList());
  }

  /** Continues on the current context: the rights may have been requested on another event loop. */
  private static <T> Future<T> here(Future<T> answer) {
    var context = Vertx.currentContext();
    if (answer.isComplete() || context == null) {
      return answer;
    }
    var here = Promise.<T>promise();
    answer.onComplete(done -> context.runOnContext(resumed -> here.handle(done)));
    return here.future();
  }

  /** The viewer for a member who is read from the database; empty if there is none. */
  public Future<Optional<Viewer>> viewer(long memberId) {
    return members
        .find(memberId)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : viewer(found).map(Optional::of));
  }

  /** The same viewer with the current rights. */
  public Future<Viewer> renewed(Viewer viewer) {
    return here(rights.get())
        .map(now -> viewer.isOf(now) ? viewer : new Viewer(viewer.member(), now));
  }

  /** Sets the rights of a board. The groups must exist. */
  public Future<Void> setRights(BoardRights wanted) {
    return database.transaction(tx -> rows.setRights(tx, wanted)).compose(set -> rightsChanged());
  }

  /**
   * The same in the caller's transaction; the caller must call {@link #rightsChanged} after the
   * commit.
   */
  public Future<Void> setRights(SqlClient tx, BoardRights wanted) {
    return rows.setRights(tx, wanted);
  }

  /** The rights of a board; empty if there is no such board. */
  public Future<Optional<BoardRights>> rightsOf(SqlClient client, long boardId) {
    return rows.rightsOf(client, boardId);
  }

  /** Adds a group that is not built in; returns its id. */
  public Future<Long> addGroup(String name) {
    return rows.addGroup(database.client(), name).compose(id -> rightsChanged().map(id));
  }

  /** Adds a member to a group; does nothing if the member is in it already. */
  public Future<Void> join(long memberId, long group) {
    return rows.join(database.client(), memberId, group).compose(joined -> memberChanged(memberId));
  }

  /** Removes a member from a group; does nothing if the member is not in it. */
  public Future<Void> leave(long memberId, long group) {
    return rows.leave(database.client(), memberId, group).compose(left -> memberChanged(memberId));
  }

  /** Gives a permission to a group, in addition to the groups that have it by default. */
  public Future<Void> grant(long group, Permission permission) {
    return rows.grant(database.client(), group, permission).compose(done -> rightsChanged());
  }

  public Future<Void> withdraw(long group, Permission permission) {
    return rows.withdraw(database.client(), group, permission).compose(done -> rightsChanged());
  }

  public Future<Void> setRole(Member member, Role role) {
    return members.setRole(member, role).compose(set -> memberChanged(member.id()));
  }

  /** Sends the signal that rights have changed, after a change that was made without this class. */
  public Future<Void> rightsChanged() {
    return signals.send(Access.RIGHTS, "").compose(sent -> rights.get()).mapEmpty();
  }

  /** Sends the signal that a member's role or groups have changed. */
  public Future<Void> memberChanged(long memberId) {
    return signals.send(Access.MEMBER, Long.toString(memberId));
  }
}
