package parley.http.intake;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Tell a {@link Client} what happens on its channel, and give each answer the security headers,
 * also those that Vert.x writes itself.
 */
final class ClientHandlers {

  private static final int SWITCHING_PROTOCOLS = 101;

  /** RFC 9110, 5.6.7; Java's own form of it leaves out a leading zero. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ClientHandlers() {}

  /**
   * @param draining whether each answer should be the last one on its connection
   */
  static void addTo(ChannelPipeline pipeline, Client client, BooleanSupplier draining) {
    pipeline.addFirst("intakeBytes", new Bytes(client));
    pipeline.addBefore("handler", "intakeMessages", new Messages(client));
    pipeline.addBefore("handler", "intakeLeaving", new Leaving(client, draining));
  }

  /** Only the security headers, for a listener of this machine's own. */
  static void addHeadersTo(ChannelPipeline pipeline) {
    pipeline.addBefore("handler", "securityHeaders", new Headers());
  }

  /** 100 and 103 come before the answer; 101 is one. */
  static boolean isInterim(HttpResponse response) {
    return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
        && response.status().code() != SWITCHING_PROTOCOLS;
  }

  /** Nothing more is made of what comes on a connection that is being closed. */
  private static void pass(ChannelHandlerContext ctx, Object message, Client client) {
    if (client.hasEnded()) {
      ReferenceCountUtil.release(message);
    } else {
      ctx.fireChannelRead(message);
    }
  }

  private static final class Bytes extends ChannelInboundHandlerAdapter {
    private final Client client;

    Bytes(Client client) {
      this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (client.discards()) {
        ReferenceCountUtil.release(message);
        return;
      }
      if (message instanceof ByteBuf bytes) {
        client.received(bytes.readableBytes());
      }
      pass(ctx, message, client);
    }
  }

  private static class Headers extends ChannelDuplexHandler {

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise reports a failure
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (message instanceof HttpResponse response && !isInterim(response)) {
        SecurityHeaders.addTo(response.headers());
        response.headers().set(HttpHeaderNames.DATE, now());
      }
      ctx.write(message, promise);
    }

    /** RFC 9110, 6.6.1: with it a client knows how far its own clock is off. */
    private static String now() {
      return DATE.format(Instant.now());
    }
  }

  private static final class Messages extends Headers {
    private final Client client;

    Messages(Client client) {
      this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (!client.hasEnded()) {
        client.understood(message);
      }
      pass(ctx, message, client);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
      client.writabilityChanged();
      ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      super.write(ctx, message, promise);
      if (message instanceof HttpResponse response) {
        if (response.status().code() == SWITCHING_PROTOCOLS) {
          client.switchedProtocol();
        } else if (message instanceof LastHttpContent && !isInterim(response)) {
          client.answered();
        }
      } else if (message instanceof LastHttpContent) {
        client.answered();
      }
    }
  }
}
