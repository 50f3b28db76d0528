package parley.bridge;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.AccessService;
import parley.bridge.BridgeMetrics.Ending;
import parley.bus.ClientEvents;
import parley.bus.InOrder;
import parley.config.Bridge;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.BridgeEnd;
import parley.http.Caller;
import parley.http.intake.Intake;
import parley.member.SignedIn;
import parley.session.SessionEvents;
import parley.session.SessionService;
import parley.store.StoreFailures;

/**
 * The Vert.x event-bus bridge for untrusted clients: each frame is counted, parsed and checked
 * against the rule for its address, and each refusal names the address and the reason. The frames
 * of a connection are processed one after the other. For use on one event loop.
 *
 * <p>docs/decisions/006 explains why the bridge of vertx-web is not used.
 */
public final class EventBusBridge implements BridgeEnd, Handler<SockJSSocket> {

  private static final Logger log = LoggerFactory.getLogger(EventBusBridge.class);

  /** The largest number of frames of one client that are being processed. */
  private static final int UNANSWERED = 200;

  private final Bridge limits;
  private final Rules rules;
  private final Attendance attendance;
  private final BridgeMetrics metrics;
  private final Connections connections;
  private final Identification identification;
  private final Listeners listeners;
  private final Viewers viewers;
  private final MessageConsumer<JsonObject> revocations;
  private final Vertx vertx;
  private final Handshake handshake;
  private final Intake intake;
  private final InOrder<Connection> work = new InOrder<>();

  /**
   * @param trustedProxies proxies whose {@code X-Forwarded-For} is accepted
   */
  public EventBusBridge(
      Vertx vertx,
      Bridge limits,
      Set<String> trustedProxies,
      SessionService sessions,
      AccessService access,
      Rules rules,
      ConnectionCounts counts,
      Attendance attendance,
      BridgeMetrics metrics,
      Intake intake) {
    this.intake = intake;
    this.vertx = vertx;
    this.limits = limits;
    this.rules = rules;
    this.attendance = attendance;
    this.metrics = metrics;
    this.connections = new Connections(limits, counts, attendance);
    this.identification = new Identification(sessions, connections);
    this.listeners = new Listeners(new ClientEvents(vertx.eventBus()));
    this.viewers =
        new Viewers(vertx.getOrCreateContext(), access, rules, connections, listeners, work);
    this.handshake = new Handshake(sessions, trustedProxies, counts::isFull, metrics);
    this.revocations = SessionEvents.REVOKED.subscribe(vertx.eventBus(), connections::revoke);
    new IdleConnections(vertx, connections, limits.idleSeconds());
  }

  /** Adds the routes below {@code /eventbus}. */
  @Override
  public void addTo(Router router) {
    BridgeRouter.add(router, vertx, limits, handshake, intake, metrics, this);
  }

  /** Succeeds when the bridge receives the events for clients from all processes. */
  @Override
  public Future<Void> ready() {
    return Future.all(listeners.listening(), revocations.completion()).mapEmpty();
  }

  @Override
  public void handle(SockJSSocket socket) {
    var ctx = socket.routingContext();
    var now = System.nanoTime();
    var meter = new FrameMeter(limits.framesPerSecond(), now);
    var address = Caller.address(ctx);
    var connection = new Connection(socket, address, limits.queueBytes(), meter, metrics, now);
    metrics.opened();
    connections.add(connection);
    socket
        .handler(data -> receive(connection, data))
        .exceptionHandler(failure -> log.debug("A connection failed", failure))
        .closeHandler(closed -> closed(connection));
    Caller.find(ctx)
        .ifPresentOrElse(
            owner -> assign(connection, owner, Handshake.token(ctx)), () -> addGuest(connection));
  }

  private void assign(Connection connection, SignedIn owner, @Nullable String token) {
    try {
      connections.assign(connection, owner, token, System.nanoTime());
    } catch (ForumException refusal) {
      connection.end(
          refusal.kind() == Kind.RATE_LIMITED ? Ending.MEMBER_FULL : Ending.SIGNED_OUT, refusal);
    }
  }

  private void addGuest(Connection connection) {
    try {
      connections.addGuest(connection);
    } catch (ForumException refusal) {
      connection.end(Ending.ADDRESS_FULL, refusal);
    }
  }

  private void closed(Connection connection) {
    connection.closed();
    metrics.closed();
    listeners.removeAll(connection);
    connections.remove(connection);
  }

  private void receive(Connection connection, Buffer data) {
    if (connection.ended()) {
      return;
    }
    var verdict = connection.heard(System.nanoTime());
    if (verdict == FrameMeter.Verdict.FLOOD) {
      connection.end(Ending.FLOOD, tooManyFrames());
    } else if (data.length() > limits.frameBytes()) {
      connection.end(
          Ending.FLOOD,
          ForumException.of(
              Kind.TOO_LARGE, "A frame can have at most " + limits.frameBytes() + " bytes."));
    } else {
      read(connection, data, verdict == FrameMeter.Verdict.WITHIN);
    }
  }

  private void read(Connection connection, Buffer data, boolean withinLimit) {
    Frame frame;
    try {
      frame = Frame.of(data);
    } catch (ForumException refusal) {
      connection.send(Frames.refused(null, refusal));
      return;
    }
    if (!withinLimit) {
      refuse(connection, frame, tooManyFrames());
    } else if (frame.type() == Frame.Type.PING) {
      identification.check(connection, viewers);
    } else if (connection.begin() > UNANSWERED) {
      connection.end(Ending.FLOOD, tooManyFrames());
    } else {
      work.run(connection, () -> act(connection, frame))
          .onFailure(failure -> refuse(connection, frame, failure))
          .onComplete(acted -> connection.answered());
    }
  }

  private Future<Void> act(Connection connection, Frame frame) {
    return identification
        .of(connection, frame)
        .compose(
            who ->
                switch (frame.type()) {
                  case REGISTER -> register(connection, frame.address());
                  case UNREGISTER -> unregister(connection, frame.address());
                  case SEND -> send(connection, frame, who);
                  default -> // a PING never comes here
                      Future.failedFuture(
                          ForumException.of(Kind.FORBIDDEN, "Clients cannot publish."));
                });
  }

  private Future<Void> register(Connection connection, String address) {
    if (connection.listening().contains(address)) {
      return Future.succeededFuture();
    }
    if (connection.listening().size() >= limits.registrations()) {
      return Future.failedFuture(
          ForumException.of(
              Kind.RATE_LIMITED,
              "A connection can listen to at most " + limits.registrations() + " addresses."));
    }
    return viewers
        .of(connection)
        .compose(viewer -> rules.listen(viewer, address))
        .map(
            allowed -> {
              if (!connection.ended()) {
                listeners.add(connection, address);
              }
              return null;
            });
  }

  private Future<Void> unregister(Connection connection, String address) {
    listeners.remove(connection, address);
    return Future.succeededFuture();
  }

  private Future<Void> send(Connection connection, Frame frame, Optional<SignedIn> who) {
    var sender = who.map(signedIn -> new Rules.Sender(signedIn, connection.address()));
    return rules
        .send(sender, frame.address(), frame.body())
        .map(
            answer -> {
              if (frame.replyAddress() != null) {
                connection.send(Frames.received(frame.replyAddress(), answer));
              }
              return null;
            });
  }

  private static void refuse(Connection connection, Frame frame, Throwable failure) {
    var at = frame.answerAddress();
    if (failure instanceof ForumException refusal) {
      connection.send(Frames.refused(at, refusal));
    } else if (StoreFailures.isUnavailable(failure)) {
      log.warn("{} to {} failed: {}", frame.type(), frame.address(), String.valueOf(failure));
      connection.send(Frames.refused(at, ForumException.unavailable("database", failure)));
    } else {
      log.error("{} to {} failed", frame.type(), frame.address(), failure);
      connection.send(Frames.failed(at));
    }
  }

  @Override
  public Future<Void> close() {
    connections.all().forEach(Connection::goAway);
    return attendance.end();
  }

  private ForumException tooManyFrames() {
    return ForumException.of(
        Kind.RATE_LIMITED,
        "A client can send at most " + limits.framesPerSecond() + " frames a second.");
  }
}
