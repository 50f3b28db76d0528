package parley.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.concurrent.Callable;
import parley.access.Access;
import parley.audit.Act;
import parley.audit.AuditService;
import parley.failure.ForumException;
import parley.member.Member;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.member.Role;
import parley.store.Database;
import parley.store.Migrations;
import parley.store.RedisStore;
import parley.store.Signals;
import parley.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Changes the role of a member. */
@Command(
    name = "role",
    mixinStandardHelpOptions = true,
    description = "Changes the role of a member, effective immediately. The forum may be running.")
public final class RoleCommand implements Callable<Integer> {

  private static final int CONNECTIONS = 1;
  private static final int WAIT_SECONDS = 5;

  @ParentCommand private ConfiguredCommand parley;

  @Parameters(index = "0", paramLabel = "USERNAME", description = "The member's username.")
  @SuppressWarnings("NullAway.Init") // required: picocli sets it
  private String username;

  @Parameters(index = "1", paramLabel = "ROLE", description = "member, moderator or admin.")
  @SuppressWarnings("NullAway.Init") // required: picocli sets it
  private String role;

  @Override
  public Integer call() {
    var wanted = Role.of(role);
    if (wanted.isEmpty()) {
      System.err.println("parley: '" + role + "' is not a role: use member, moderator or admin");
      return 2;
    }
    var vertx = Vertx.vertx();
    try (var stores = Stores.reach(parley.settings(vertx).config())) {
      Migrations.run(stores.mysql());
      var database = new Database(vertx, stores.mysql(), CONNECTIONS, 5);
      var members = new MemberService(database, new MemberEvents(vertx.eventBus()));
      var found = members.findByUsername(username).await();
      if (found.isEmpty()) {
        System.err.println("parley: no member is named '" + username + "'");
        return 1;
      }
      var audit = new AuditService(database, Clock.systemUTC());
      database.transaction(tx -> set(tx, members, audit, found.get(), wanted.get())).await();
      database.close().await();
      System.out.println(found.get().username() + " is now " + wanted.get().word());
      announce(vertx, stores, found.get().id());
      return 0;
    } finally {
      vertx.close().await();
    }
  }

  private static Future<Void> set(
      SqlClient tx, MemberService members, AuditService audit, Member member, Role role) {
    var act =
        Act.of("member.role", "member", member.id())
            .with("before", member.role().word())
            .with("after", role.word());
    return members.setRole(tx, member, role).compose(done -> audit.add(tx, act));
  }

  /** Open connections follow at once; requests do in any case. */
  private static void announce(Vertx vertx, Stores stores, long memberId) {
    if (stores.redisUri().isEmpty()) {
      return; // no forum runs
    }
    var redis = new RedisStore(vertx, stores.redisUri(), CONNECTIONS, WAIT_SECONDS);
    try {
      new Signals(vertx, redis).send(Access.MEMBER, Long.toString(memberId)).await();
    } catch (ForumException e) {
      System.err.println(
          "parley: the running forum could not be told; connections that are open follow within"
              + " a minute");
    } finally {
      redis.close();
    }
  }
}
