package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.store.StoreFailures;

/**
 * The one place where failures become answers. A 500 says nothing of the inside; the log has it.
 */
public final class ProblemHandler implements Handler<RoutingContext> {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  /** Statuses for which Vert.x asks a handler of its own, because no route has failed. */
  private static final List<Integer> UNROUTED = List.of(400, 404, 405, 406, 415, 500);

  public static void install(Router router) {
    var handler = new ProblemHandler();
    router.route().failureHandler(handler);
    UNROUTED.forEach(status -> router.errorHandler(status, handler));
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.response().headWritten()) {
      log.warn("{} failed after its answer had begun", RequestId.of(ctx), ctx.failure());
      ctx.request().connection().close();
    } else {
      var refusal = refusal(ctx.failure());
      if (refusal == null) {
        plain(ctx, ctx.statusCode());
      } else {
        refused(ctx, refusal);
      }
    }
  }

  /** What the failure is in the domain's terms; null where it is a bare status or a defect. */
  private static ForumException refusal(Throwable failure) {
    if (failure instanceof ForumException refusal) {
      return refusal;
    }
    if (failure instanceof HttpException http && http.getCause() instanceof ValidatorException e) {
      return ContractViolations.refusal(e);
    }
    if (failure instanceof ValidatorException violation) {
      return ContractViolations.refusal(violation);
    }
    if (failure != null && StoreFailures.isUnavailable(failure)) {
      return ForumException.unavailable("database", failure);
    }
    return null;
  }

  private static void refused(RoutingContext ctx, ForumException refusal) {
    if (refusal.kind() == ForumException.Kind.UNAVAILABLE) {
      log.warn(
          "{} {}: {} ({})",
          RequestId.of(ctx),
          ctx.request().path(),
          refusal.getMessage(),
          String.valueOf(refusal.getCause()));
    }
    if (refusal.retryAfterSeconds() > 0) {
      ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
    }
    send(ctx, Problem.of(status(refusal.kind()), refusal.getMessage(), refusal.errors()));
  }

  private static void plain(RoutingContext ctx, int status) {
    if (status >= 400 && status < 500) {
      send(ctx, Problem.of(status, detail(status), List.of()));
    } else {
      log.error(
          "{} {} {} failed",
          RequestId.of(ctx),
          ctx.request().method(),
          ctx.request().path(),
          ctx.failure());
      send(ctx, Problem.internal(RequestId.of(ctx)));
    }
  }

  private static int status(ForumException.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA -> 415;
      case INVALID -> 422;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 401 -> "Please sign in.";
      case 403 -> "You may not do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not know that method.";
      case 413 -> "The body is larger than allowed here.";
      case 415 -> "This media type is not understood here.";
      default -> "The request cannot be read.";
    };
  }

  private static void send(RoutingContext ctx, Problem problem) {
    var response = ctx.response().setStatusCode(problem.status());
    if (!ctx.request().isEnded() && hasBody(ctx)) {
      closeUnread(ctx);
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(JsonObject.mapFrom(problem).toBuffer());
  }

  /** RFC 9112, 6.3. */
  private static boolean hasBody(RoutingContext ctx) {
    var headers = ctx.request().headers();
    return headers.contains(HttpHeaders.CONTENT_LENGTH)
        || headers.contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /**
   * A body that nobody will read, as after a 413, is not read to its end: the answer goes out, what
   * still comes in is dropped for a moment so that the client gets to read the answer, and the
   * connection is closed.
   */
  private static void closeUnread(RoutingContext ctx) {
    ctx.response().putHeader(HttpHeaders.CONNECTION, "close");
    ctx.request().handler(ignored -> {}).exceptionHandler(ignored -> {}).resume();
    ctx.addEndHandler(
        sent -> ctx.vertx().setTimer(1000, timer -> ctx.request().connection().close()));
  }
}
