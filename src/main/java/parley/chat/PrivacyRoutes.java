package parley.chat;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;

/** A member's choices about others over HTTP. */
final class PrivacyRoutes {

  private final RoomPresence rooms;

  PrivacyRoutes(RoomPresence rooms) {
    this.rooms = rooms;
  }

  void bind(Operations operations) {
    operations.on("getPrivacy", this::get).on("setPrivacy", this::set);
  }

  private Future<Answer> get(RoutingContext ctx) {
    return rooms.privacy(Caller.member(ctx)).map(Answer::ok);
  }

  private Future<Answer> set(RoutingContext ctx) {
    return rooms.setPrivacy(Caller.member(ctx), Body.of(ctx, Privacy.Change.class)).map(Answer::ok);
  }
}
