package parley.chat;

import static parley.store.Rows.isDuplicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.failure.ForumException;
import parley.journal.Journal;
import parley.member.Author;
import parley.member.Member;
import parley.member.MemberService;
import parley.rendering.Rendered;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;
import parley.store.Database;
import parley.text.Text;

/**
 * Private rooms of two members, with messages and read marks. For all other members a room does not
 * exist.
 */
public final class ChatService {

  /** The longest message, in code points. */
  public static final int MESSAGE_MAX = 4_000;

  /** The table whose HTML is stored with the text. */
  public static final RenderedTable RENDERED = new RenderedTable("chat_message", false);

  private static final int SEATS_KEPT = 20_000;

  /** A room, and whether it was just created. */
  record Opened(Room room, boolean isNew) {}

  private record Place(UUID room, long memberId) {}

  private final Database database;
  private final MemberService members;
  private final RenderingService rendering;
  private final RoomPresence presence;
  private final ChatEvents events;
  private final Journal journal;
  private final Clock clock;
  private final ContactPolicy policy;
  private final PrivacyRepository privacy = new PrivacyRepository();
  private final RoomRepository rooms = new RoomRepository();
  private final MessageRepository messages = new MessageRepository();

  /** The members of a room never change. */
  private final Cache<Place, Participant> seats =
      Caffeine.newBuilder().maximumSize(SEATS_KEPT).build();

  ChatService(
      Database database,
      MemberService members,
      RenderingService rendering,
      RoomPresence presence,
      ContactPolicy policy,
      ChatEvents events,
      Journal journal,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.rendering = rendering;
    this.presence = presence;
    this.policy = policy;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Returns the room of the two members, and creates it if necessary. Fails with INVALID for the
   * member themselves, with NOT_FOUND if the other member does not exist, and for a new room as
   * {@link ContactPolicy} says. The other member does not see the room before something is said.
   *
   * @param address of the caller
   */
  Future<Opened> open(Member caller, long otherId, String address) {
    if (otherId == caller.id()) {
      return Future.failedFuture(
          ForumException.invalid("userId", "oneself", "You cannot chat with yourself."));
    }
    return members
        .get(otherId)
        .compose(other -> open(caller, other.asAuthor(), address))
        .compose(
            opened ->
                privacy.opened(database.client(), opened.room().roomId(), caller.id()).map(opened));
  }

  private Future<Opened> open(Member caller, Author other, String address) {
    return existing(caller, other)
        .compose(
            found ->
                found
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            policy
                                .requireMayWrite(caller, other.id())
                                .compose(may -> policy.countRoom(caller, address))
                                .compose(counted -> add(caller, other))));
  }

  private Future<Opened> add(Member caller, Author other) {
    return database
        .transaction(tx -> rooms.add(tx, caller.id(), other.id(), clock.instant()))
        .map(uuid -> new Opened(new Room(uuid, other), true))
        .recover(failure -> othersWereFaster(failure, caller, other));
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

  /** Returns messages, oldest first. Fails with NOT_FOUND if the member is not in the room. */
  Future<List<Message>> messages(Member caller, MessageQuery query) {
    return seat(caller, query.roomId())
        .compose(seat -> messages.find(database.client(), seat, query));
  }

  /** Fails with NOT_FOUND if the member is not in the room. */
  Future<RoomState> join(Member caller, UUID room) {
    return seat(caller, room)
        .compose(
            seat ->
                privacy
                    .opened(database.client(), seat)
                    .compose(isNew -> isNew ? presence.joined(seat) : Future.succeededFuture())
                    .compose(told -> presence.isOtherOnline(seat))
                    .compose(online -> rooms.state(database.client(), seat, online)));
  }

  /** Fails with NOT_FOUND if the member is not in the room. */
  Future<Void> requireSeat(Member caller, UUID room) {
    return seat(caller, room).mapEmpty();
  }

  /**
   * Sends a message. It is stored when the future succeeds, and then announced. If it is sent again
   * with the same client id, it is stored only once and the first message is returned. Fails with
   * NOT_FOUND if the member is not in the room, with INVALID if the text is not allowed, with
   * FORBIDDEN or VERIFICATION_NEEDED if the sender may not write to the other member.
   *
   * @param clientId generated by the client for this message
   */
  public Future<Message> send(Member sender, UUID room, String content, UUID clientId) {
    var text = new Text();
    var checked = RenderingService.content(text, content, MESSAGE_MAX);
    text.require(checked != null, "content", "required", "This field is required.");
    text.check();
    return seat(sender, room)
        .compose(
            seat ->
                policy
                    .requireMayWrite(sender, seat.otherId())
                    .compose(may -> store(seat, checked, clientId)));
  }

  private Future<Message> store(Participant seat, String content, UUID clientId) {
    return rendering
        .render(content)
        .compose(text -> database.transaction(tx -> add(tx, seat, content, text, clientId)))
        .map(
            sent -> {
              journal.wake();
              events.said(sent);
              return sent.message();
            })
        .recover(
            failure ->
                isDuplicate(failure, "uq_chat_message_client")
                    ? messages
                        .findSent(database.client(), seat, clientId)
                        .map(Optional::orElseThrow)
                    : Future.failedFuture(failure));
  }

  private Future<StoredMessage> add(
      SqlClient tx, Participant seat, String content, Rendered text, UUID clientId) {
    var now = clock.instant();
    return rooms
        .lock(tx, seat)
        .compose(
            before ->
                messages
                    .add(tx, seat, content, text, clientId, now)
                    .compose(id -> rendering.saveNames(tx, RENDERED, id, text).map(id))
                    .compose(id -> rooms.said(tx, seat, id).map(id))
                    .compose(id -> note(tx, seat, id).map(id))
                    .compose(
                        id ->
                            before.opened()
                                ? Future.succeededFuture(id)
                                : privacy.opened(tx, seat).map(id))
                    .map(
                        id ->
                            new StoredMessage(
                                new Message(
                                    id, seat.uuid(), seat.memberId(), content, text.html(), now),
                                before.lastMessageId(),
                                seat.otherId(),
                                before.unread(),
                                before.otherUnread() + 1)));
  }

  private Future<Void> note(SqlClient tx, Participant sender, long id) {
    var entry = new MessageEntries.Written(sender.uuid(), sender.memberId());
    return journal.add(tx, MessageEntries.WRITTEN, id, entry);
  }

  /** Fails with NOT_FOUND if the member is not in the room. */
  Future<Void> typing(Member caller, UUID room) {
    return seat(caller, room)
        .map(
            seat -> {
              events.typing(room, caller.id());
              return null;
            });
  }

  /**
   * Marks all messages up to this one as read. Fails with NOT_FOUND if the member is not in the
   * room.
   */
  public Future<Void> read(Member reader, UUID room, long messageId) {
    return seat(reader, room)
        .compose(
            seat ->
                database.transaction(
                    tx ->
                        rooms
                            .lock(tx, seat)
                            .compose(locked -> rooms.read(tx, seat, messageId))
                            .compose(read -> rooms.mark(tx, seat))))
        .map(
            mark -> {
              events.read(mark);
              return null;
            });
  }

  private Future<Participant> seat(Member caller, UUID room) {
    var place = new Place(room, caller.id());
    var known = seats.getIfPresent(place);
    return known != null
        ? Future.succeededFuture(known)
        : rooms
            .seat(database.client(), room, caller.id())
            .map(found -> found.orElseThrow(() -> ForumException.notFound("room")))
            .onSuccess(seat -> seats.put(place, seat));
  }
}
