package parley.http;

import io.vertx.core.http.HttpServerOptions;
import parley.config.Bridge;

/** The options of all listeners that accept WebSockets of the bridge. */
public final class ListenerOptions {

  /** How long to wait for a client that does not answer a close. */
  private static final int CLOSING_SECONDS = 5;

  /** The queue for new connections; all clients reconnect at once after a restart. */
  private static final int BACKLOG = 4096;

  private ListenerOptions() {}

  public static HttpServerOptions of(Bridge bridge) {
    return new HttpServerOptions()
        .setAcceptBacklog(BACKLOG)
        // cleartext HTTP/2: no browser uses it, and intake does not watch it
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(bridge.messageBytes())
        .setMaxWebSocketMessageSize(bridge.messageBytes())
        // compression of WebSocket frames takes more memory for each connection than it saves
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(CLOSING_SECONDS);
  }
}
