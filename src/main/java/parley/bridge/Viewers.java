package parley.bridge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.bus.InOrder;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;
import parley.member.SignedIn;

/**
 * The viewers of the connections on this event loop. A change of rights or roles takes effect when
 * its signal arrives, and ends the registrations that it forbids. For use on one event loop.
 */
final class Viewers {

  private static final Logger log = LoggerFactory.getLogger(Viewers.class);

  private final AccessService access;
  private final Rules rules;
  private final Connections connections;
  private final Listeners listeners;
  private final InOrder<Connection> work;

  /**
   * @param context of the event loop
   * @param work runs the tasks of each connection one after the other
   */
  Viewers(
      Context context,
      AccessService access,
      Rules rules,
      Connections connections,
      Listeners listeners,
      InOrder<Connection> work) {
    this.access = access;
    this.rules = rules;
    this.connections = connections;
    this.listeners = listeners;
    this.work = work;
    listeners.setFilter(this::tell);
    access.onRightsChanged(() -> context.runOnContext(changed -> rightsChanged()));
    access.onMemberChanged(
        memberId -> context.runOnContext(changed -> memberChanged(memberId)),
        () -> context.runOnContext(missed -> connections.members().forEach(this::memberChanged)));
  }

  /** The connection's viewer, with the current rights. */
  Future<Viewer> of(Connection connection) {
    var known = connection.viewer();
    if (known == null) {
      return keep(connection, access.viewer(connection.owner().map(SignedIn::member)));
    }
    return known.succeeded()
        ? access.renewed(known.result()).onSuccess(viewer -> keep(connection, viewer))
        : known;
  }

  private static void keep(Connection connection, Viewer viewer) {
    connection.setViewer(Future.succeededFuture(viewer));
  }

  private static Future<Viewer> keep(Connection connection, Future<Viewer> viewer) {
    connection.setViewer(viewer);
    // after a failure the next one who asks tries again
    return viewer.onFailure(failure -> connection.setViewer(null));
  }

  /**
   * Sends a frame if the viewer may see the board; otherwise checks whether it may still listen.
   */
  private void tell(Connection connection, String address, long boardId, String frame) {
    var viewer = of(connection);
    if (viewer.succeeded()) { // nearly always, so that events stay in order
      tell(connection, viewer.result(), address, boardId, frame);
    } else {
      viewer
          .onSuccess(known -> tell(connection, known, address, boardId, frame))
          .onFailure(failure -> log.debug("An event was not told", failure));
    }
  }

  private void tell(
      Connection connection, Viewer viewer, String address, long boardId, String frame) {
    if (viewer.sees(boardId)) {
      connection.send(frame);
    } else {
      recheck(connection, viewer, address);
    }
  }

  /** Checks the registrations with a member who was read just now. */
  void seen(Connection connection, Member member) {
    recheck(connection, keep(connection, access.viewer(Optional.of(member))));
  }

  private void memberChanged(long memberId) {
    for (var connection : connections.of(memberId)) {
      recheck(connection, keep(connection, stillThere(connection, memberId)));
    }
  }

  private Future<Viewer> stillThere(Connection connection, long memberId) {
    return access
        .viewer(memberId)
        .map(
            found ->
                found.orElseThrow(
                    () -> {
                      Connections.signedOut(connection);
                      return Rules.signIn();
                    }));
  }

  private void rightsChanged() {
    for (var connection : connections.all()) {
      var before = connection.viewer();
      var now = of(connection);
      now.onSuccess(
          viewer -> {
            if (before == null || !before.succeeded() || !viewer.hasSameBoards(before.result())) {
              recheck(connection, now);
            }
          });
    }
  }

  private void recheck(Connection connection, Future<Viewer> viewer) {
    work.run(
            connection,
            () ->
                viewer.compose(
                    who ->
                        Future.join(
                            List.copyOf(connection.listening()).stream()
                                .map(address -> recheck(connection, who, address))
                                .toList())))
        .onFailure(failure -> log.debug("Registrations could not be checked", failure));
  }

  /** Ends a registration that the viewer may not have. */
  Future<Void> recheck(Connection connection, Viewer viewer, String address) {
    return rules
        .listen(viewer, address)
        .recover(
            failure -> {
              if (failure instanceof ForumException refusal
                  && refusal.kind() != Kind.UNAVAILABLE
                  && connection.listening().contains(address)) {
                listeners.remove(connection, address);
                connection.send(Frames.refused(address, refusal));
              }
              return Future.succeededFuture();
            });
  }
}
