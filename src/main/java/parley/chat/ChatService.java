package parley.chat;

import static parley.store.Rows.isDuplicate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.failure.ForumException;
import parley.member.Author;
import parley.member.Member;
import parley.member.MemberService;
import parley.rendering.Rendered;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;
import parley.session.Presence;
import parley.store.Database;
import parley.text.Text;

/**
 * Rooms of two, what is said in them and what has been read. To all others a room does not exist.
 */
public final class ChatService {

  /** In code points, of a message. */
  public static final int MESSAGE_MAX = 4_000;

  /** What has its HTML stored beside it. */
  public static final RenderedTable RENDERED = new RenderedTable("chat_message", false);

  /** A room, and whether it was made just now. */
  record Opened(Room room, boolean isNew) {}

  private final Database database;
  private final MemberService members;
  private final RenderingService rendering;
  private final Presence presence;
  private final Clock clock;
  private final RoomRepository rooms = new RoomRepository();
  private final MessageRepository messages = new MessageRepository();

  public ChatService(
      Database database,
      MemberService members,
      RenderingService rendering,
      Presence presence,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.rendering = rendering;
    this.presence = presence;
    this.clock = clock;
  }

  /** The one room of the two. Fails with INVALID for oneself, with NOT_FOUND for nobody. */
  Future<Opened> open(Member caller, long otherId) {
    if (otherId == caller.id()) {
      return Future.failedFuture(
          ForumException.invalid("userId", "oneself", "This is you yourself."));
    }
    return members.get(otherId).compose(other -> open(caller, other.asAuthor()));
  }

  private Future<Opened> open(Member caller, Author other) {
    return existing(caller, other)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            database
                                .transaction(
                                    tx -> rooms.add(tx, caller.id(), other.id(), clock.instant()))
                                .map(uuid -> new Opened(new Room(uuid, other), true))
                                .recover(failure -> othersWereFaster(failure, caller, other))));
  }

  private Future<Opened> othersWereFaster(Throwable failure, Member caller, Author other) {
    return isDuplicate(failure, "uq_chat_room_pair")
        ? existing(caller, other).map(Optional::orElseThrow)
        : Future.failedFuture(failure);
  }

  private Future<Optional<Opened>> existing(Member caller, Author other) {
    return rooms
        .find(database.client(), caller.id(), other.id())
        .map(found -> found.map(uuid -> new Opened(new Room(uuid, other), false)));
  }

  /** Everyone the member has a room with, last message first. */
  Future<List<Contact>> contacts(Member caller) {
    return rooms
        .contacts(database.client(), caller.id())
        .compose(
            contacts ->
                presence
                    .online(contacts.stream().map(contact -> contact.user().id()).toList())
                    .map(
                        online ->
                            contacts.stream()
                                .map(one -> one.with(online.contains(one.user().id())))
                                .toList()));
  }

  /** Oldest first. Fails with NOT_FOUND for a room that is not theirs. */
  Future<List<Message>> messages(Member caller, MessageQuery query) {
    return seat(caller, query.roomId())
        .compose(seat -> messages.find(database.client(), seat, query));
  }

  /**
   * Says something: it is stored when this succeeds. Said again under the same client id it is
   * stored once, and the first message comes back. Fails with NOT_FOUND for a room that is not
   * theirs, with INVALID for the text.
   *
   * @param clientId made by the client for this message
   */
  public Future<Message> send(Member sender, UUID room, String content, UUID clientId) {
    return seat(sender, room)
        .compose(
            seat ->
                messages
                    .findSent(database.client(), seat, clientId)
                    .compose(
                        sent ->
                            sent.map(Future::succeededFuture)
                                .orElseGet(() -> store(seat, checked(content), clientId))));
  }

  private static String checked(String content) {
    var text = new Text();
    var checked = RenderingService.content(text, content, MESSAGE_MAX);
    text.require(checked != null, "content", "required", "This is missing.");
    text.check();
    return checked;
  }

  private Future<Message> store(Seat seat, String content, UUID clientId) {
    return rendering
        .render(content)
        .compose(text -> database.transaction(tx -> add(tx, seat, content, text, clientId)))
        .recover(
            failure ->
                isDuplicate(failure, "uq_chat_message_client")
                    ? messages
                        .findSent(database.client(), seat, clientId)
                        .map(Optional::orElseThrow)
                    : Future.failedFuture(failure));
  }

  private Future<Message> add(
      SqlClient tx, Seat seat, String content, Rendered text, UUID clientId) {
    return rooms
        .lock(tx, seat)
        .compose(locked -> messages.add(tx, seat, content, text, clientId, clock.instant()))
        .compose(id -> rooms.said(tx, seat, id))
        .compose(said -> messages.findSent(tx, seat, clientId))
        .map(Optional::orElseThrow);
  }

  /** Marks all up to a message as read. Fails with NOT_FOUND for a room that is not theirs. */
  public Future<Void> read(Member reader, UUID room, long messageId) {
    return seat(reader, room)
        .compose(
            seat ->
                database.transaction(
                    tx -> rooms.lock(tx, seat).compose(locked -> rooms.read(tx, seat, messageId))));
  }

  private Future<Seat> seat(Member caller, UUID room) {
    return rooms
        .seat(database.client(), room, caller.id())
        .map(found -> found.orElseThrow(() -> ForumException.notFound("room")));
  }
}
