package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.http.intake.Client;
import parley.http.intake.HeldBytes;
import parley.http.intake.Intake;
import parley.text.Network;

/**
 * Reads the body of a request into memory, up to the limit of its operation and within {@code
 * intake.bytes} of the process. A body whose announced length is too large is refused with 413
 * before it is read; without room, a body gets 503. The room is released at the end of the request.
 */
public final class BodyReader implements Handler<RoutingContext> {

  /** A body takes memory twice: as bytes, and then as the strings in it. */
  private static final int WEIGHT = 2;

  private static final int BROKEN = 400;
  private static final int EXPECTATION_FAILED = 417;

  private final Intake intake;
  private final ToLongFunction<RoutingContext> limit;

  /**
   * @param limit in bytes
   */
  public BodyReader(Intake intake, ToLongFunction<RoutingContext> limit) {
    this.intake = intake;
    this.limit = limit;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var request = ctx.request();
    var length = length(request);
    var most = limit.applyAsLong(ctx);
    if (length == 0 || isRead(ctx)) {
      ctx.next();
    } else if (length > most) {
      ctx.fail(413);
    } else if (isMetExpectation(request)) {
      if (request.getHeader(HttpHeaders.EXPECT) != null) {
        ctx.response().writeContinue();
      }
      new Reading(ctx, most).start();
    } else {
      ctx.fail(EXPECTATION_FAILED);
    }
  }

  /** True after a reroute, and if an upload was read already. */
  private static boolean isRead(RoutingContext ctx) {
    var internal = (RoutingContextInternal) ctx;
    if (internal.seenHandler(RoutingContextInternal.BODY_HANDLER)) {
      return true;
    }
    internal.visitHandler(RoutingContextInternal.BODY_HANDLER);
    return false;
  }

  /** RFC 9112, 6.3; 0 where there is no body, -1 where its length is not known. */
  static long length(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      return -1;
    }
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean isMetExpectation(HttpServerRequest request) {
    var expected = request.getHeader(HttpHeaders.EXPECT);
    return expected == null
        || expected.equalsIgnoreCase("100-continue") && request.version() != HttpVersion.HTTP_1_0;
  }

  private final class Reading {

    private final RoutingContext ctx;
    private final long most;
    private final HeldBytes held = intake.held();
    private final boolean isGuest;
    private final String network;

    /** What has come so far; null once the body is complete or refused. */
    private @Nullable Buffer body = Buffer.buffer();

    private long taken;

    Reading(RoutingContext ctx, long most) {
      this.ctx = ctx;
      this.most = most;
      this.isGuest = Caller.find(ctx).isEmpty();
      this.network = Network.smallest(Caller.address(ctx));
    }

    void start() {
      ctx.addEndHandler(ended -> giveBack());
      var request = ctx.request();
      request
          .exceptionHandler(broken -> fail(BROKEN))
          .handler(this::read)
          .endHandler(ended -> done())
          .resume();
      Client.openBody(request);
    }

    private void read(Buffer part) {
      if (body == null) {
        return;
      }
      if (body.length() + part.length() > most) {
        fail(413);
      } else if (take((long) part.length() * WEIGHT)) {
        body.appendBuffer(part);
      } else {
        intake.refusedBody();
        giveBack();
        body = null;
        ctx.fail(ForumException.busy());
      }
    }

    private void fail(int status) {
      if (body != null) {
        giveBack();
        body = null;
        ctx.fail(status);
      }
    }

    private boolean take(long bytes) {
      var isTaken = isGuest ? held.takeGuest(network, bytes) : held.takeMember(bytes);
      taken += isTaken ? bytes : 0;
      return isTaken;
    }

    private void giveBack() {
      if (isGuest) {
        held.giveGuest(network, taken);
      } else {
        held.giveMember(taken);
      }
      taken = 0;
    }

    private void done() {
      if (body != null) {
        ((RoutingContextInternal) ctx).setBody(body);
        body = null;
        ctx.next();
      }
    }
  }
}
