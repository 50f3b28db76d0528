package parley.audit;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import parley.access.Group;
import parley.access.Permission;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;

/** The log over HTTP: pages of it, and all of it as a file. */
final class AuditRoutes {

  /** Read the log of what staff did. */
  static final Permission READ = new Permission("audit", Group.ADMINS);

  private final AuditService audit;

  AuditRoutes(AuditService audit) {
    this.audit = audit;
  }

  void bind(Operations operations) {
    operations.on("listAudit", this::list).onFile("exportAudit", this::export);
  }

  private Future<Answer> list(RoutingContext ctx) {
    Caller.viewer(ctx).require(READ);
    return audit.page(query(ctx), Parameters.page(ctx)).map(Answer::ok);
  }

  private Future<Void> export(RoutingContext ctx) {
    Caller.viewer(ctx).require(READ);
    var csv = "csv".equals(ctx.queryParams().get("format"));
    return new AuditExport(audit, query(ctx), ctx.response(), csv).send();
  }

  private static AuditQuery query(RoutingContext ctx) {
    return new AuditQuery(
        Parameters.number(ctx, "actor"),
        text(ctx, "action"),
        text(ctx, "targetType"),
        Parameters.number(ctx, "target"),
        text(ctx, "from").map(value -> instant("from", value)),
        text(ctx, "to").map(value -> instant("to", value)));
  }

  private static Optional<String> text(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.queryParams().get(name)).filter(value -> !value.isEmpty());
  }

  private static Instant instant(String field, String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw ForumException.invalid(field, "not_a_time", "This is not a time as in ISO 8601.");
    }
  }
}
