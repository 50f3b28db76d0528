package parley.http.intake;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.net.impl.ShutdownEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection in order when its listener stops. Vert.x closes one that waits for its next
 * request at once, so a request that is on its way meets a reset. Here it is served for a moment
 * longer; each answer says that it is the last one (RFC 9112, 9.6), and then the connection is
 * closed.
 */
final class Leaving extends ChannelDuplexHandler {

  /** More than a request of a busy client takes to arrive. */
  private static final long LINGER_MS = 500;

  /** For the last answer to go out. */
  private static final long CLOSING_SECONDS = 5;

  private static final int SWITCHING_PROTOCOLS = 101;

  private final Client client;
  private final BooleanSupplier draining;
  private @Nullable ShutdownEvent shutdown;

  /**
   * @param draining whether answers should be the last ones though the listener serves on
   */
  Leaving(Client client, BooleanSupplier draining) {
    this.client = client;
    this.draining = draining;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a loop that has ended has closed the connection
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ShutdownEvent stop && !client.isSocket()) {
      shutdown = stop;
      ctx.executor().schedule(() -> close(ctx), LINGER_MS, TimeUnit.MILLISECONDS);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the promise tells who wrote
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    var leaves = shutdown != null || draining.getAsBoolean();
    if (leaves && message instanceof HttpResponse response && isLast(response)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    ctx.write(message, promise);
    if (leaves && message instanceof LastHttpContent) {
      ctx.executor().execute(() -> close(ctx)); // once Vert.x knows that it has answered
    }
  }

  private boolean isLast(HttpResponse response) {
    return client.hasOneRequest()
        && !ClientHandlers.isInterim(response)
        && response.status().code() != SWITCHING_PROTOCOLS;
  }

  /** Lets Vert.x close it, unless a request is under way: then its answer does. */
  private void close(ChannelHandlerContext ctx) {
    if (client.isIdle() && ctx.channel().isActive()) {
      ctx.fireUserEventTriggered(
          shutdown == null ? new ShutdownEvent(CLOSING_SECONDS, TimeUnit.SECONDS) : shutdown);
    }
  }
}
