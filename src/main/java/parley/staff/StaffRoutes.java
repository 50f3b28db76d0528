package parley.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.audit.Actor;
import parley.audit.AuditService;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.member.Role;
import parley.text.Text;

/** Members over HTTP, for administrators. */
final class StaffRoutes {

  private static final int QUERY_MAX = 254;

  private record RoleChange(String role, @Nullable String reason) {}

  private record Because(@Nullable String reason) {}

  private final StaffService staff;

  StaffRoutes(StaffService staff) {
    this.staff = staff;
  }

  void bind(Operations operations) {
    operations
        .on("listMembers", this::list)
        .on("setRole", this::setRole)
        .on("endSessionsOf", this::endSessions);
  }

  private Future<Answer> list(RoutingContext ctx) {
    Caller.viewer(ctx).requireAdmin();
    var text = new Text();
    var query = text.line("query", ctx.queryParams().get("query"), 0, QUERY_MAX);
    text.check();
    var wanted =
        new MemberQuery(
            Optional.ofNullable(query).filter(given -> !given.isEmpty()),
            word(ctx, "role").map(StaffRoutes::role),
            word(ctx, "state").map(MemberState::of),
            Parameters.number(ctx, "group"));
    return staff.page(wanted, Parameters.page(ctx)).map(Answer::ok);
  }

  private static Optional<String> word(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.queryParams().get(name));
  }

  private static Role role(String word) {
    return Role.of(word)
        .orElseThrow(() -> ForumException.invalid("role", "unknown", "There is no such role."));
  }

  private Future<Answer> setRole(RoutingContext ctx) {
    Caller.viewer(ctx).requireAdmin();
    var change = Body.of(ctx, RoleChange.class);
    var text = new Text();
    var reason = text.line("reason", change.reason(), 0, AuditService.REASON_MAX);
    text.check();
    return staff
        .setRole(Actor.of(ctx).because(reason), Parameters.id(ctx), role(change.role()))
        .map(Answer::ok);
  }

  private Future<Answer> endSessions(RoutingContext ctx) {
    Caller.viewer(ctx).requireAdmin();
    var body = Body.of(ctx, Because.class);
    var text = new Text();
    var reason = text.line("reason", body.reason(), 0, AuditService.REASON_MAX);
    text.check();
    return staff
        .endSessions(Actor.of(ctx).because(reason), Parameters.id(ctx))
        .map(ended -> Answer.noContent());
  }
}
