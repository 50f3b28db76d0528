package parley.http;

import io.vertx.core.http.HttpServerOptions;
import parley.config.Bridge;

/** What the listeners that take the bridge's WebSockets have in common. */
public final class ListenerOptions {

  /** For a client that neither reads nor closes. */
  private static final int CLOSING_SECONDS = 5;

  /** When all come back at once, after a restart. */
  private static final int BACKLOG = 4096;

  private ListenerOptions() {}

  public static HttpServerOptions of(Bridge bridge) {
    return new HttpServerOptions()
        .setAcceptBacklog(BACKLOG)
        // no browser speaks it, nor a proxy unless told to; and what might be it is not watched
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(bridge.messageBytes())
        .setMaxWebSocketMessageSize(bridge.messageBytes())
        // a compressor for each connection takes more memory than its frames save bytes
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(CLOSING_SECONDS);
  }
}
