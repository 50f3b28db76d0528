package parley.http.intake;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and the memory that it takes. For use on its event loop.
 *
 * <p>The body of a request is not read before a handler asks for it with {@link #openBody}, so that
 * a request that is refused, or waits for a store, takes no memory for its body.
 */
public final class Client {

  enum State {
    /** Connected, and has sent nothing. */
    NEW,
    /** Between two requests. */
    IDLE,
    /** A part of a header has come. */
    HEADER,
    /** The header has come, and not all of the body. */
    BODY,
    /** All of the request has come; the answer is on its way. */
    ANSWER,
    /** A WebSocket with no unfinished message. */
    SOCKET,
    /** A part of a WebSocket's message has come. */
    MESSAGE
  }

  private static final AttributeKey<Client> KEY = AttributeKey.valueOf(Client.class, "client");

  /** The memory of a parsed header, with its names, values and entries, for each byte of it. */
  private static final int HEADER_WEIGHT = 3;

  private static final String DECODER = "httpDecoder";

  /** The largest number of pipelined requests that wait behind the current one. */
  private static final int PIPELINED = 4;

  private final Channel channel;
  private final LoopWatch watch;
  private final HeldBytes held;
  private final WebSocketBytes frames = new WebSocketBytes();
  private State state = State.NEW;
  private long since;
  private long bodyBytes;
  private long unfinished;
  private int outstanding;
  private boolean gated;
  private boolean ended;
  private boolean discards;
  private boolean reading = true;

  Client(Channel channel, LoopWatch watch, HeldBytes held, long now) {
    this.channel = channel;
    this.watch = watch;
    this.held = held;
    this.since = now;
    channel.attr(KEY).set(this);
  }

  /** The client of a request; null on a listener without intake. */
  static @Nullable Client of(HttpServerRequest request) {
    return request.connection() instanceof ConnectionBase connection
        ? connection.channel().attr(KEY).get()
        : null;
  }

  /** Starts to receive the body of the request. */
  public static void openBody(HttpServerRequest request) {
    var client = of(request);
    if (client != null) {
      client.gated = false;
      client.readOrNot();
    }
  }

  /**
   * Drops all further input of a connection before it is decoded, because the body of its request
   * is not wanted and the connection will be closed.
   */
  public static void discard(HttpServerRequest request) {
    var client = of(request);
    if (client != null) {
      client.discards = true;
    }
  }

  State state() {
    return state;
  }

  boolean isSocket() {
    return state == State.SOCKET || state == State.MESSAGE;
  }

  /** Whether no part of a request has come that is not answered. */
  boolean isIdle() {
    return state == State.IDLE || state == State.NEW;
  }

  /** Whether no request waits behind the one that is being answered. */
  boolean hasOneRequest() {
    return outstanding <= 1;
  }

  /** When it came into its state, of {@link System#nanoTime}. */
  long since() {
    return since;
  }

  /** Whether further input is dropped. */
  boolean discards() {
    return discards;
  }

  /** Counts received bytes before they are decoded. */
  void received(int bytes) {
    if (state == State.NEW || state == State.IDLE) {
      enter(State.HEADER, state == State.NEW ? since : System.nanoTime());
    } else if (state == State.SOCKET) {
      enter(State.MESSAGE, System.nanoTime());
    }
    if (state == State.HEADER || state == State.MESSAGE) {
      var weight = state == State.HEADER ? (long) bytes * HEADER_WEIGHT : bytes;
      unfinished += weight;
      if (!held.addUnfinished(weight)) {
        watch.makeRoom(this);
      }
    }
    readOrNot();
  }

  /** Handles a decoded message. */
  void understood(Object message) {
    if (message instanceof HttpRequest request) {
      header(request);
    }
    if (message instanceof HttpContent content) {
      bodyBytes += content.content().readableBytes();
      if (message instanceof LastHttpContent && state == State.BODY) {
        gated = false;
        readOrNot();
        enter(outstanding == 0 ? State.IDLE : State.ANSWER, System.nanoTime());
      }
    } else if (message instanceof WebSocketFrame frame) {
      var complete = frames.complete(frame);
      if (complete > 0) { // no more than fragments have come otherwise
        settle(complete);
      }
    } else if (message instanceof ByteBuf) { // of a WebSocket that is forwarded
      settle(unfinished);
    }
  }

  private void header(HttpRequest request) {
    bodyBytes = 0;
    outstanding++;
    var hasBody = HttpUtil.isTransferEncodingChunked(request) || length(request) > 0;
    enter(hasBody ? State.BODY : State.ANSWER, System.nanoTime());
    gated = hasBody;
    readOrNot();
  }

  private static long length(HttpRequest request) {
    try {
      return HttpUtil.getContentLength(request, 0L);
    } catch (NumberFormatException e) {
      return 0; // it is refused elsewhere
    }
  }

  private void settle(long bytes) {
    var settled = Math.min(bytes, unfinished);
    held.removeUnfinished(settled);
    unfinished -= settled;
    if (unfinished == 0) {
      enter(State.SOCKET, System.nanoTime());
    }
  }

  /**
   * Pauses reading before a handler wants the body, while answers wait to be written, and while
   * pipelined requests wait.
   */
  private void readOrNot() {
    var wanted = !gated && !ended && channel.isWritable() && outstanding < PIPELINED;
    if (wanted != reading || !wanted && channel.config().isAutoRead()) {
      reading = wanted;
      channel.config().setAutoRead(wanted);
    }
  }

  void writabilityChanged() {
    readOrNot();
  }

  /** The last part of an answer goes out. */
  void answered() {
    outstanding = Math.max(0, outstanding - 1);
    if (outstanding == 0) {
      release();
    }
    gated = false;
    if (state == State.ANSWER && outstanding == 0) {
      enter(State.IDLE, System.nanoTime());
    }
    readOrNot();
  }

  void switchedProtocol() {
    release();
    enter(State.SOCKET, System.nanoTime());
  }

  private void enter(State next, long now) {
    since = now;
    state = next;
    watch.moved(this);
  }

  private void release() {
    held.removeUnfinished(unfinished);
    unfinished = 0;
  }

  void closed() {
    release();
    watch.forget(this);
  }

  /** Whether the deadline for what is under way has passed. */
  boolean isLate(long now, Deadlines deadlines) {
    var seconds = TimeUnit.NANOSECONDS.toSeconds(now - since);
    return switch (state) {
      case NEW, HEADER -> seconds >= deadlines.headerSeconds();
      case BODY -> !gated && seconds >= deadlines.bodySeconds(bodyBytes);
      case MESSAGE -> seconds >= deadlines.bodySeconds(0);
      default -> false;
    };
  }

  /**
   * Releases the parsed header at once: the channel itself is released only after all events of
   * this loop, which may be thousands of headers.
   */
  private void forgetHeader() {
    var pipeline = channel.pipeline();
    if (state == State.HEADER && pipeline.get(DECODER) != null) {
      pipeline.remove(DECODER);
    }
  }

  boolean hasEnded() {
    return ended;
  }

  /** Closes the connection, with an answer where one can be understood. */
  @SuppressWarnings("FutureReturnValueIgnored") // the connection is gone if the answer fails
  void refuse(Refusals refusal) {
    ended = true;
    readOrNot();
    forgetHeader();
    // from the head of the pipeline: neither a codec nor Vert.x is asked, which would wait
    var head = channel.pipeline().firstContext();
    if (state == State.HEADER || state == State.BODY) {
      head.writeAndFlush(refusal.bytes()).addListener(sent -> head.close());
    } else {
      head.close();
    }
  }
}
