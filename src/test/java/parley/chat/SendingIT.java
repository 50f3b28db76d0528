package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.Member;

class SendingIT {

  private final Forum forum = Forum.shared();
  private final Chats chats = new Chats(forum);
  private final Client one = forum.member();
  private final Client other = forum.member();
  private final Member sender = chats.member(one);
  private final Member answerer = chats.member(other);
  private final UUID room = UUID.fromString(chats.room(one, other));

  @Test
  void whatIsSentAgainIsStoredOnce() {
    var clientId = UUID.randomUUID();
    var first = send(sender, "Hello", clientId).await();
    assertThat(send(sender, "Hello", clientId).await()).isEqualTo(first);
    assertThat(send(sender, "Other words", clientId).await()).isEqualTo(first);
    assertThat(stored()).containsExactly(first.id());
    assertThat(unreadOfOther()).isEqualTo(1);
  }

  @Test
  void whatIsSentManyTimesAtOnceIsStoredOnce() {
    var clientId = UUID.randomUUID();
    var sent = IntStream.range(0, 30).mapToObj(n -> send(sender, "Hello", clientId)).toList();
    var messages = Future.all(sent).await().<Message>list();
    assertThat(messages).containsOnly(messages.get(0));
    assertThat(stored()).hasSize(1);
    assertThat(unreadOfOther()).isEqualTo(1);
  }

  @Test
  void bothMayUseTheSameClientId() {
    var clientId = UUID.randomUUID();
    var mine = send(sender, "Mine", clientId).await();
    var theirs = send(answerer, "Theirs", clientId).await();
    assertThat(stored()).containsExactly(mine.id(), theirs.id());
  }

  @Test
  void ofTwoWhoSpeakAtOnceEveryWordIsStoredInOneOrder() {
    var sent =
        IntStream.range(0, 60)
            .mapToObj(n -> send(n % 2 == 0 ? sender : answerer, "n" + n, UUID.randomUUID()))
            .toList();
    Future.all(sent).await();
    assertThat(stored()).hasSize(60);
    assertThat(unreadOfOther()).isEqualTo(30);
    var last = forum.sql("SELECT last_message_id FROM chat_room WHERE uuid = ?", room.toString());
    assertThat(last.get(0).getLong("last_message_id"))
        .isEqualTo(stored().stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  @Test
  void whoFollowsTheRoomWhileManySpeakMissesNothing() {
    var sent =
        IntStream.range(0, 60)
            .mapToObj(n -> send(n % 2 == 0 ? sender : answerer, "n" + n, UUID.randomUUID()))
            .toList();
    var all = Future.all(sent);
    var seen = new ArrayList<Long>();
    boolean complete;
    do {
      complete = all.isComplete();
      var after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
      var query = new JsonObject().put("roomId", room.toString()).put("after", after);
      one.post("/api/chat/messages", query.put("limit", 100)).expect(200).items().stream()
          .map(message -> message.getLong("id"))
          .forEach(seen::add);
    } while (!complete);
    assertThat(seen).isEqualTo(stored());
  }

  @Test
  void whoIsNotInTheRoomCannotSpeakOrRead() {
    var third = chats.member(forum.member());
    assertRefused(send(third, "Let me in", UUID.randomUUID()), Kind.NOT_FOUND);
    assertRefused(forum.chat().read(third, room, 1), Kind.NOT_FOUND);
    assertThat(stored()).isEmpty();
  }

  @Test
  void aMessageIsATextOfAtMostFourThousandCharacters() {
    assertThat(send(sender, "👋".repeat(4000), UUID.randomUUID()).await().content())
        .isEqualTo("👋".repeat(4000));
    assertThatThrownBy(() -> send(sender, "x".repeat(4001), UUID.randomUUID()).await())
        .isInstanceOf(ForumException.class);
    assertThatThrownBy(() -> send(sender, " ", UUID.randomUUID()).await())
        .isInstanceOf(ForumException.class);
  }

  private Future<Message> send(Member from, String content, UUID clientId) {
    return forum.chat().send(from, room, content, clientId);
  }

  private List<Long> stored() {
    return forum
        .sql(
            """
            SELECT m.id FROM chat_message m JOIN chat_room r ON r.id = m.room_id
            WHERE r.uuid = ? ORDER BY m.id
            """,
            room.toString())
        .stream()
        .map(row -> row.getLong("id"))
        .toList();
  }

  private long unreadOfOther() {
    return other.post("/api/chat/contacts").expect(200).items().get(0).getLong("unread");
  }

  private static void assertRefused(Future<?> outcome, Kind kind) {
    assertThatThrownBy(outcome::await)
        .isInstanceOfSatisfying(
            ForumException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }
}
