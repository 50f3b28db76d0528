package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

class MentionMailIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final Client mentioned = forum.member();

  @Test
  void aMentionLinksToTheProfile() {
    var topic = author.topic("Hello", "Hello @" + mentioned.username() + "!");
    var link = Jsoup.parse(topic.getString("html")).select("a");
    assertThat(link.attr("href")).isEqualTo("/user/" + mentioned.id());
    assertThat(link.text()).isEqualTo("@" + mentioned.username());
  }

  @Test
  void aMentionInATopicMailsTheMember() {
    var topic = author.topic("A question", "Do *you* know, @" + mentioned.username() + "?");
    assertThat(mentionMails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getString("username")).isEqualTo(mentioned.username());
              assertThat(mail.getString("author")).isEqualTo(author.username());
              assertThat(mail.getString("title")).isEqualTo("A question");
              assertThat(mail.getString("html")).contains("<em>you</em>");
              assertThat(mail.getString("link")).endsWith("/topic/" + topic.getLong("id"));
            });
  }

  @Test
  void aMentionInAReplyMailsALinkToItsFloor() {
    var topic = author.topic("Quiet", "Nobody is mentioned").getLong("id");
    author.reply(topic, "First");
    author.reply(topic, "@" + mentioned.username() + " second");
    assertThat(mentionMails())
        .extracting(mail -> mail.getString("link").replaceFirst(".*/topic/", ""))
        .containsExactly(topic + "?floor=2#floor-2");
  }

  @Test
  void severalMentionsInOnePostAreOneMail() {
    var name = mentioned.username();
    author.topic("Again and again", "@" + name + " @" + name.toUpperCase() + " @" + name);
    assertThat(mentionMails()).hasSize(1);
  }

  @Test
  void eachPostMailsAnew() {
    var topic = author.topic("One", "@" + mentioned.username()).getLong("id");
    author.reply(topic, "Two: @" + mentioned.username());
    author.reply(topic, "Three: @" + mentioned.username());
    assertThat(mentionMails()).hasSize(3);
  }

  @Test
  void nobodyIsMailedOfThemselves() {
    author.topic("Me", "I am @" + author.username());
    assertThat(forum.mails(author.email()))
        .extracting(mail -> mail.getString("kind"))
        .doesNotContain("mention");
  }

  @Test
  void anEditMailsThoseWhomItAdds() {
    var topic = author.topic("Growing", "Nobody yet").getLong("id");
    var reply = author.reply(topic, "Nobody yet").getLong("id");
    var added = "Now you, @" + mentioned.username();

    author.put("/api/topic/" + topic, Edits.of("content", added, 1)).expect(200);
    author.put("/api/reply/" + reply, Edits.of("content", added, 1)).expect(200);
    assertThat(mentionMails()).hasSize(2);

    author.put("/api/topic/" + topic, Edits.of("content", added + " again", 2)).expect(200);
    author.put("/api/reply/" + reply, Edits.of("content", "Nobody", 2)).expect(200);
    author.put("/api/reply/" + reply, Edits.of("content", added, 3)).expect(200);
    assertThat(mentionMails()).as("nobody is told twice of one post").hasSize(2);
  }

  @Test
  void aRefusedEditMailsNobody() {
    var topic = author.topic("Stale", "Nobody yet").getLong("id");
    var edit = Edits.of("content", "@" + mentioned.username(), 7);
    author.put("/api/topic/" + topic, edit).expectProblem(409);
    assertThat(mentionMails()).isEmpty();
  }

  @Test
  void whatStandsInCodeIsNoMention() {
    var name = mentioned.username();
    var topic = author.topic("Code", "`@" + name + "` and\n\n```\n@" + name + "\n```");
    assertThat(topic.getString("html")).doesNotContain("/user/" + mentioned.id());
    assertThat(mentionMails()).isEmpty();
  }

  @Test
  void aNameThatNobodyHasStaysText() {
    var topic = author.topic("Nobody", "Hello @" + Forum.unique("nobody"));
    assertThat(topic.getString("html")).doesNotContain("href");
  }

  private List<JsonObject> mentionMails() {
    return forum.mails(mentioned.email()).stream()
        .filter(mail -> mail.getString("kind").equals("mention"))
        .map(mail -> mail.getJsonObject("data"))
        .toList();
  }
}
