package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class ContactsIT {

  private final Forum forum = Forum.shared();
  private final Chats chats = new Chats(forum);
  private final Client member = forum.member();
  private final Client ann = forum.member();
  private final Client bob = forum.member();

  @Test
  void whoHasNoRoomHasNoContacts() {
    assertThat(contacts(member)).isEmpty();
  }

  @Test
  void whoSpokeLastIsFirst() {
    var withAnn = chats.room(member, ann);
    var withBob = chats.room(member, bob);
    chats.say(bob, withBob, "first");
    chats.say(ann, withAnn, "second");
    assertThat(contacts(member)).extracting(this::user).containsExactly(ann.id(), bob.id());
    chats.say(member, withBob, "third");
    assertThat(contacts(member)).extracting(this::user).containsExactly(bob.id(), ann.id());
  }

  @Test
  void aContactShowsItsLastMessage() {
    var room = chats.room(member, ann);
    assertThat(contacts(member).get(0).getValue("lastMessage")).isNull();
    chats.say(ann, room, "one");
    chats.say(ann, room, "**two**");
    var last = contacts(member).get(0).getJsonObject("lastMessage");
    assertThat(last.getString("content")).isEqualTo("**two**");
    assertThat(last.getString("html")).contains("<strong>two</strong>");
    assertThat(last.getLong("senderId")).isEqualTo(ann.id());
    assertThat(last.getString("roomId")).isEqualTo(room);
  }

  @Test
  void whatOthersSaidIsUnreadUntilItIsRead() {
    var room = chats.room(member, ann);
    var first = chats.say(ann, room, "one").id();
    chats.say(member, room, "not unread to me");
    var second = chats.say(ann, room, "two").id();
    assertThat(unread(member)).isEqualTo(2);
    assertThat(unread(ann)).isEqualTo(1);

    chats.read(member, room, first);
    assertThat(unread(member)).isEqualTo(1);
    chats.read(member, room, second);
    assertThat(unread(member)).isZero();
  }

  @Test
  void aReadMarkDoesNotMoveBack() {
    var room = chats.room(member, ann);
    var first = chats.say(ann, room, "one").id();
    var second = chats.say(ann, room, "two").id();
    chats.read(member, room, second);
    chats.read(member, room, first);
    assertThat(unread(member)).isZero();
  }

  @Test
  void whatIsYetToBeSaidCannotBeRead() {
    var room = chats.room(member, ann);
    chats.read(member, room, Long.MAX_VALUE);
    chats.say(ann, room, "one");
    chats.read(member, room, Long.MAX_VALUE);
    assertThat(unread(member)).isZero();
    var later = chats.say(ann, room, "two").id();
    assertThat(unread(member)).isEqualTo(1);
    chats.read(member, room, later);
    assertThat(unread(member)).isZero();
  }

  private static List<JsonObject> contacts(Client of) {
    return of.post("/api/chat/contacts").expect(200).items();
  }

  private static long unread(Client of) {
    return contacts(of).get(0).getLong("unread");
  }

  private long user(JsonObject contact) {
    return contact.getJsonObject("user").getLong("id");
  }
}
