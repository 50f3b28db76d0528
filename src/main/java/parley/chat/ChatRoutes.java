package parley.chat;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.paging.Page;

/** Chat over HTTP: rooms, contacts, history. */
final class ChatRoutes {

  private record Other(long userId) {}

  private record Messages(List<Message> items) {}

  private final ChatService chat;
  private final RoomPresence rooms;

  ChatRoutes(ChatService chat, RoomPresence rooms) {
    this.chat = chat;
    this.rooms = rooms;
  }

  public void bind(Operations operations) {
    operations
        .on("openRoom", this::open)
        .on("listContacts", this::contacts)
        .on("listMessages", this::messages);
  }

  private Future<Answer> open(RoutingContext ctx) {
    return chat.open(Caller.member(ctx), Body.of(ctx, Other.class).userId(), Caller.address(ctx))
        .map(opened -> opened.isNew() ? Answer.created(opened.room()) : Answer.ok(opened.room()));
  }

  private Future<Answer> contacts(RoutingContext ctx) {
    return rooms.contacts(Caller.member(ctx)).map(all -> Answer.ok(Page.whole(all)));
  }

  private Future<Answer> messages(RoutingContext ctx) {
    var query = Body.of(ctx, MessageQuery.class).checked();
    return chat.messages(Caller.member(ctx), query).map(items -> Answer.ok(new Messages(items)));
  }
}
