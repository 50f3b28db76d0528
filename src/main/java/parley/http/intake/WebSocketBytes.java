package parley.http.intake;

import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Counts the bytes of a client's WebSocket messages, as they came over the wire. */
final class WebSocketBytes {

  /** Of the frames of a message that is not complete. */
  private long fragments;

  /**
   * The bytes that are complete with this frame: a message is when its last fragment has come,
   * control frames may come in between (RFC 6455, 5.4).
   */
  long complete(WebSocketFrame frame) {
    var size = sizeOf(frame.content().readableBytes());
    if (isControl(frame)) {
      return size;
    }
    fragments += size;
    if (!frame.isFinalFragment()) {
      return 0;
    }
    var message = fragments;
    fragments = 0;
    return message;
  }

  private static boolean isControl(WebSocketFrame frame) {
    return !(frame instanceof TextWebSocketFrame
        || frame instanceof BinaryWebSocketFrame
        || frame instanceof ContinuationWebSocketFrame);
  }

  /** A client's frame has a mask (RFC 6455, 5.2). */
  private static long sizeOf(long payload) {
    return payload + 6 + (payload > 65_535 ? 8 : payload > 125 ? 2 : 0);
  }
}
