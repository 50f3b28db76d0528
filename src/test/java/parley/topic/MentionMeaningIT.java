package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;

/** A mention means the member whom its writer meant, and addresses nobody else. */
class MentionMeaningIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final Client first = forum.member();

  /** The name goes to another member, as it may after it has rested. */
  private Client takeName() {
    var second = forum.member();
    var name = first.username();
    rename(first, Forum.unique("other"));
    rename(second, name);
    return second;
  }

  private void rename(Client member, String name) {
    forum.sql(
        "UPDATE member SET username = ?, username_key = ? WHERE id = ?",
        name,
        name.toLowerCase(),
        member.id());
  }

  private static List<String> links(JsonObject post) {
    return Jsoup.parse(post.getString("html")).select("a.mention").eachAttr("href");
  }

  @Test
  void anEditKeepsTheMemberOfAnOldMention() {
    var name = first.username();
    var topic = author.topic("Names", "Thanks @" + name + ", teh best").getLong("id");
    var reply = author.reply(topic, "Also @" + name + " teh").getLong("id");
    var second = takeName();

    var edit = new JsonObject().put("content", "Thanks @" + name + ", the best").put("version", 1);
    assertThat(links(author.put("/api/topic/" + topic, edit).expect(200).json()))
        .containsExactly("/user/" + first.id());
    edit.put("content", "Also @" + name + " the");
    assertThat(links(author.put("/api/reply/" + reply, edit).expect(200).json()))
        .containsExactly("/user/" + first.id());
    assertThat(mails(second)).isEmpty();
  }

  @Test
  void aNewPostMeansWhoHasTheNameNow() {
    var name = first.username();
    author.topic("Before", "@" + name);
    var second = takeName();

    assertThat(links(author.topic("After", "@" + name))).containsExactly("/user/" + second.id());
  }

  @Test
  void aTextOfAnOlderRendererKeepsTheMemberOfItsLink() {
    var name = first.username();
    var topic = author.topic("Old", "Dear @" + name).getLong("id");
    // other forums of these tests render the same texts, and hold their rows meanwhile
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              asWrittenByTheFormerRenderer(topic, name);
              return true;
            });
    takeName();

    try (var upgraded = Forum.with(Map.of())) {
      var reader = upgraded.member();
      await()
          .atMost(PATIENCE) // the texts of other tests are rendered as well
          .untilAsserted(
              () ->
                  assertThat(links(reader.get("/api/topic/" + topic).expect(200).json()))
                      .containsExactly("/user/" + first.id()));
      await()
          .atMost(PATIENCE) // the texts of other tests are rendered as well
          .untilAsserted(
              () ->
                  assertThat(
                          forum.sql("SELECT 1 FROM topic WHERE id = ? AND html_version > 1", topic))
                      .hasSize(1));
    }
    var edit = new JsonObject().put("content", "Hi @" + name).put("version", 1);
    assertThat(links(author.put("/api/topic/" + topic, edit).expect(200).json()))
        .containsExactly("/user/" + first.id());
  }

  private void asWrittenByTheFormerRenderer(long topic, String name) {
    forum.sql("DELETE FROM mention_name WHERE source = 'topic' AND source_id = ?", topic);
    forum.sql(
        "UPDATE topic SET html_version = 1, html = ? WHERE id = ?",
        "<p>Dear <a class=\"mention\" href=\"/user/" + first.id() + "\">&#64;" + name + "</a></p>",
        topic);
  }

  @Test
  void aQuotationAddressesOnlyWhomItQuotes() {
    var quoted = forum.member();
    var topic = author.topic("Quotes", "Words").getLong("id");
    author.reply(
        topic, "> @%s:\n>\n> Hello @%s\n\nI agree.".formatted(quoted.username(), first.username()));

    assertThat(mails(quoted)).hasSize(1);
    assertThat(mails(first)).isEmpty();
  }

  @Test
  void aQuotationWithALinkToThePostAddressesItsAuthor() {
    var quoted = forum.member();
    var topic = author.topic("Quotes", "Words").getLong("id");
    author.reply(
        topic,
        "> [@%s](/topic/2?floor=264): Hello @%s\n> > @%2$s: deeper\n\nI agree."
            .formatted(quoted.username(), first.username()));

    assertThat(mails(quoted)).hasSize(1);
    assertThat(mails(first)).isEmpty();
  }

  @Test
  void codeAddressesNobody() {
    author.topic("Code", "`@%s` and\n\n    @%1$s".formatted(first.username()));

    assertThat(mails(first)).isEmpty();
  }

  private List<?> mails(Client member) {
    return forum.sql("SELECT 1 FROM mention WHERE member_id = ?", member.id());
  }
}
