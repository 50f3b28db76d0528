package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import parley.failure.ForumException;
import parley.http.intake.Client;
import parley.store.StoreFailures;

/**
 * Converts failures into answers; no other code does. A 500 shows no details, which are in the log.
 */
public final class ProblemHandler implements Handler<RoutingContext> {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  /** Statuses for which Vert.x calls an error handler because no route matched or failed. */
  private static final List<Integer> UNROUTED = List.of(400, 404, 405, 406, 415, 500);

  /** How long the rest of a refused request is read and dropped, in milliseconds. */
  private static final long LINGER_MS = 3_000;

  /** The status with which the body handler of Vert.x fails when a body is incomplete. */
  private static final int BROKEN_BODY = 200;

  /** The messages of Vert.x for an upload that was aborted because its form is invalid. */
  private static final Set<String> GIVEN_UP = Set.of("Streaming aborted", "Pipe closed");

  public static void install(Router router) {
    router.route().failureHandler(new ProblemHandler());
    UNROUTED.forEach(status -> router.errorHandler(status, ctx -> handle(ctx, status)));
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.statusCode() == BROKEN_BODY) {
      answer(ctx, null, 400);
    } else {
      handle(ctx, ctx.statusCode());
    }
  }

  private static void handle(RoutingContext ctx, int status) {
    answer(ctx, refusal(ctx.failure()), status);
  }

  private static void answer(RoutingContext ctx, @Nullable ForumException refusal, int status) {
    if (GuestPageMaking.sendInPlaceOf(refusal, ctx)) {
      return;
    }
    if (ctx.response().ended() || ctx.response().closed()) {
      about(ctx, Level.DEBUG).log("The request failed after it was answered or cancelled");
    } else if (ctx.response().headWritten()) {
      about(ctx, Level.WARN).log("The request failed after the head of its answer was sent");
      ctx.request().connection().close();
    } else if (refusal == null) {
      plain(ctx, status);
    } else {
      refused(ctx, refusal);
    }
  }

  /** A log entry with the stack trace of the failure. */
  private static LoggingEventBuilder about(RoutingContext ctx, Level level) {
    return log.atLevel(level).addKeyValue(RequestId.KEY, RequestId.of(ctx)).setCause(ctx.failure());
  }

  /** The refusal that a failure stands for; null for a bare status or a defect. */
  private static @Nullable ForumException refusal(@Nullable Throwable failure) {
    if (failure instanceof ForumException refusal) {
      return refusal;
    }
    if (failure instanceof HttpException http && http.getCause() instanceof ValidatorException e) {
      return ContractViolations.refusal(e);
    }
    if (failure instanceof ValidatorException violation) {
      return ContractViolations.refusal(violation);
    }
    if (failure != null && GIVEN_UP.contains(String.valueOf(failure.getMessage()))) {
      return ForumException.of(ForumException.Kind.UNREADABLE, "The form cannot be read.");
    }
    if (failure != null && StoreFailures.isUnavailable(failure)) {
      return ForumException.unavailable("database", failure);
    }
    return null;
  }

  private static void refused(RoutingContext ctx, ForumException refusal) {
    if (refusal.kind() == ForumException.Kind.UNAVAILABLE && !refusal.isReported()) {
      log.atWarn()
          .addKeyValue(RequestId.KEY, RequestId.of(ctx))
          .log(
              "{}: {} ({})",
              ctx.request().path(),
              refusal.getMessage(),
              String.valueOf(refusal.getCause()));
    }
    if (refusal.retryAfterSeconds() > 0) {
      ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
    }
    send(ctx, problem(refusal));
  }

  /** Refusals that tell a client what to do next have their own problem types. */
  private static Problem problem(ForumException refusal) {
    var detail = refusal.getMessage();
    return switch (refusal.kind()) {
      case CONFIRMATION_NEEDED -> Problem.confirmationNeeded(detail);
      case VERIFICATION_NEEDED -> Problem.verificationNeeded(detail);
      case LOCKED -> Problem.locked(detail);
      default -> Problem.of(status(refusal.kind()), detail, refusal.errors());
    };
  }

  private static void plain(RoutingContext ctx, int status) {
    if (status >= 400 && status < 500) {
      send(ctx, Problem.of(status, detail(status), List.of()));
    } else {
      about(ctx, Level.ERROR).log("{} {} failed", ctx.request().method(), ctx.request().path());
      send(ctx, Problem.internal(RequestId.of(ctx)));
    }
  }

  /** The HTTP status (RFC 9110) of a kind of refusal. */
  public static int status(ForumException.Kind kind) {
    return switch (kind) {
      case UNREADABLE -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN, CONFIRMATION_NEEDED, VERIFICATION_NEEDED, LOCKED -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA -> 415;
      case INVALID -> 422;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE, BUSY -> 503;
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 401 -> "Please sign in.";
      case 403 -> "You may not do this.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This method is not supported at this address.";
      case 413 -> "The request body is larger than allowed.";
      case 415 -> "This media type is not supported here.";
      default -> "The request cannot be read.";
    };
  }

  private static void send(RoutingContext ctx, Problem problem) {
    if (!ctx.request().isEnded() && hasBody(ctx)) {
      closeUnread(ctx);
    }
    problem.send(ctx.response());
  }

  /** RFC 9112, 6.3. */
  private static boolean hasBody(RoutingContext ctx) {
    var headers = ctx.request().headers();
    return headers.contains(HttpHeaders.CONTENT_LENGTH)
        || headers.contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /**
   * Does not read an unwanted body to its end, as after a 413: the answer is sent, further input is
   * dropped for a while, so that a client that sends everything before it reads also gets the
   * answer, and the connection is closed.
   */
  private static void closeUnread(RoutingContext ctx) {
    var request = ctx.request();
    var dropped = Promise.<Void>promise();
    request
        .handler(ignored -> {})
        .exceptionHandler(broken -> dropped.tryComplete())
        .endHandler(end -> dropped.tryComplete())
        .resume();
    ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    ctx.addEndHandler(
        sent -> {
          Client.discard(request);
          ctx.vertx().setTimer(LINGER_MS, timer -> dropped.tryComplete());
          dropped.future().onComplete(done -> request.connection().close());
        });
  }
}
