package parley.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class PersonalDataIT {

  /** Columns that refer to members without saying so in a foreign key. */
  private static final Pattern MEMBER =
      Pattern.compile("(.*_)?(member|author|sender|user|actor|editor|owner)_id|.*_by");

  private static final Forum FORUM = Forum.shared();

  private final Client member = FORUM.member();
  private final Client other = FORUM.member();

  @Test
  void everyColumnThatRefersToAMemberIsClaimed() {
    var claimed = new HashSet<String>();
    FORUM.personalParts().forEach(part -> claimed.addAll(part.columns()));
    var referring = new HashSet<String>();
    FORUM
        .sql(
            """
            SELECT c.TABLE_NAME AS t, c.COLUMN_NAME AS c, k.REFERENCED_TABLE_NAME AS r
            FROM information_schema.COLUMNS c
            LEFT JOIN information_schema.KEY_COLUMN_USAGE k ON k.TABLE_SCHEMA = c.TABLE_SCHEMA
              AND k.TABLE_NAME = c.TABLE_NAME AND k.COLUMN_NAME = c.COLUMN_NAME
              AND k.REFERENCED_TABLE_NAME = 'member'
            WHERE c.TABLE_SCHEMA = DATABASE() AND c.DATA_TYPE = 'bigint'
            """)
        .stream()
        .filter(row -> row.getValue("r") != null || MEMBER.matcher(row.getString("c")).matches())
        .forEach(row -> referring.add(row.getString("t") + "." + row.getString("c")));
    assertThat(referring).contains("topic.author_id", "mail.caused_by", "chat_seat.member_id");
    claimed.remove("member.id");
    assertThat(claimed).isEqualTo(referring);
  }

  @Test
  void anExportHasWhatTheMemberWrote() {
    var topic = member.topic("Mine", "My words").getLong("id");
    member.reply(topic, "My reply");
    other.topic("Not mine", "Mentions @" + member.username());
    var room = say("Said in private");

    var export = FORUM.personal().export(member.id()).await();
    assertThat(only(export, "account").getString("email")).isEqualTo(member.email());
    assertThat(only(export, "account").getMap()).doesNotContainKey("password_hash");
    assertThat(only(export, "topics").getString("content")).isEqualTo("My words");
    assertThat(only(export, "replies").getString("content")).isEqualTo("My reply");
    assertThat(only(export, "messages").getString("content")).isEqualTo("Said in private");
    assertThat(only(export, "rooms").getString("roomId")).isEqualTo(room);
    assertThat(only(export, "rooms").getLong("userId")).isEqualTo(other.id());
    assertThat(export.getJsonArray("mentions")).hasSize(1);
    assertThat(export.getJsonArray("mails")).isNotEmpty();
    assertThat(export.encode()).doesNotContain("Not mine");
  }

  @Test
  void anErasedMemberIsAnonymousAndTheirPostsStay() {
    var topic = member.topic("Stays", "Words that stay").getLong("id");
    var cause = member.topic("Causes a mail", "Look, @" + other.username());
    FORUM.database().transaction(tx -> FORUM.personal().erase(tx, member.id())).await();

    FORUM.guest().post("/api/login", login()).expectProblem(401);
    member.post("/api/user").expectProblem(401);
    var shown = FORUM.guest().get("/api/user/" + member.id()).expect(200).json();
    assertThat(shown.getString("username")).isEqualTo("former member " + member.id());
    assertThat(shown.getValue("image")).isNull();
    assertThat(shown.getString("signature")).isEmpty();
    var page = other.get("/api/topic/" + topic).expect(200).json();
    assertThat(page.getString("content")).isEqualTo("Words that stay");
    assertThat(page.getJsonObject("author").getString("username")).startsWith("former member ");
    assertThat(cause.getLong("id")).isPositive();
    assertThat(FORUM.mails(other.email())).noneMatch(mail -> mail.encode().contains(name()));
    for (var table : List.of("member", "mail", "one_time_token")) {
      var left = FORUM.sql("SELECT * FROM " + table).toString();
      assertThat(left).as(table).doesNotContain(member.email()).doesNotContain("\"" + name());
    }
    FORUM.guest().register(member.username()); // the name and the address are free
  }

  private String name() {
    return member.username();
  }

  private JsonObject login() {
    return JsonObject.of("username", member.email(), "password", Client.PASSWORD);
  }

  private String say(String words) {
    var room = member.post("/api/chat/new", JsonObject.of("userId", other.id())).expect(201).json();
    var id = room.getString("roomId");
    var self = FORUM.members().get(member.id()).await();
    FORUM.chat().send(self, UUID.fromString(id), words, UUID.randomUUID()).await();
    return id;
  }

  private static JsonObject only(JsonObject export, String part) {
    assertThat(export.getJsonArray(part)).hasSize(1);
    return export.getJsonArray(part).getJsonObject(0);
  }
}
