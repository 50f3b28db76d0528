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
 * Knows who may do what, and changes it. A change holds from the moment its future succeeds, in
 * every process: later requests are judged by it, open connections lose what they may no longer
 * hear.
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

  /** Says which permissions there are; once, before anything is served. */
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

  /** Calls this, on any thread, when rights have changed, which it may do needlessly. */
  public void onRightsChanged(Runnable changed) {
    signals.listen(Access.RIGHTS, subject -> changed.run(), changed);
  }

  /**
   * Calls this, on any thread, with the id of a member whose role or groups have changed, which it
   * may do needlessly.
   *
   * @param missed is called where any member may have changed
   */
  public void onMemberChanged(LongConsumer changed, Runnable missed) {
    signals.listen(Access.MEMBER, subject -> changed.accept(Long.parseLong(subject)), missed);
  }

  /** With the rights as they are now; empty for a guest. */
  public Future<Viewer> viewer(Optional<Member> member) {
    return here(rights.get()).map(now -> new Viewer(member, now));
  }

  /** Of several members. */
  public Future<List<Viewer>> viewers(List<Member> members) {
    return here(rights.get())
        .map(now -> members.stream().map(member -> new Viewer(Optional.of(member), now)).toList());
  }

  /** Rights that are being read may have been asked for on another event loop. */
  private static <T> Future<T> here(Future<T> answer) {
    var context = Vertx.currentContext();
    if (answer.isComplete() || context == null) {
      return answer;
    }
    var here = Promise.<T>promise();
    answer.onComplete(done -> context.runOnContext(resumed -> here.handle(done)));
    return here.future();
  }

  /** The same, from the database: the member as they are now. Empty where there is none. */
  public Future<Optional<Viewer>> viewer(long memberId) {
    return members
        .find(memberId)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : viewer(found).map(Optional::of));
  }

  /** The viewer with the rights as they are now. */
  public Future<Viewer> renewed(Viewer viewer) {
    return here(rights.get())
        .map(now -> viewer.isOf(now) ? viewer : new Viewer(viewer.member(), now));
  }

  /** The groups must exist. */
  public Future<Void> setRights(BoardRights wanted) {
    return database.transaction(tx -> rows.setRights(tx, wanted)).compose(set -> rightsChanged());
  }

  /** The same in the caller's transaction; the caller says so after the commit. */
  public Future<Void> setRights(SqlClient tx, BoardRights wanted) {
    return rows.setRights(tx, wanted);
  }

  /** Empty where there is no such board. */
  public Future<Optional<BoardRights>> rightsOf(SqlClient client, long boardId) {
    return rows.rightsOf(client, boardId);
  }

  /** Makes a group of the forum's own; gives its id. */
  public Future<Long> addGroup(String name) {
    return rows.addGroup(database.client(), name).compose(id -> rightsChanged().map(id));
  }

  /** Puts a member into a group; does nothing where they are in it. */
  public Future<Void> join(long memberId, long group) {
    return rows.join(database.client(), memberId, group).compose(joined -> memberChanged(memberId));
  }

  /** Takes a member out of a group; does nothing where they are not in it. */
  public Future<Void> leave(long memberId, long group) {
    return rows.leave(database.client(), memberId, group).compose(left -> memberChanged(memberId));
  }

  /** Lets a group do more than the permission's default says. */
  public Future<Void> grant(long group, Permission permission) {
    return rows.grant(database.client(), group, permission).compose(done -> rightsChanged());
  }

  public Future<Void> withdraw(long group, Permission permission) {
    return rows.withdraw(database.client(), group, permission).compose(done -> rightsChanged());
  }

  public Future<Void> setRole(Member member, Role role) {
    return members.setRole(member, role).compose(set -> memberChanged(member.id()));
  }

  /** Says that boards or groups have other rights, where they were changed without this class. */
  public Future<Void> rightsChanged() {
    return signals.send(Access.RIGHTS, "").compose(sent -> rights.get()).mapEmpty();
  }

  /** Says that a member has another role or other groups. */
  public Future<Void> memberChanged(long memberId) {
    return signals.send(Access.MEMBER, Long.toString(memberId));
  }
}
