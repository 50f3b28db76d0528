package parley.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.markdown.MarkdownRenderer;
import parley.rendering.HtmlRepository.Outdated;

/** Mostly on a table of its own, since any other forum that starts renders what it finds. */
class RerenderingIT {

  private final Forum forum = Forum.shared();
  private final RenderedTable table = new RenderedTable(Forum.unique("text"), true);

  @BeforeEach
  void createTable() {
    forum.sql(
        "CREATE TABLE "
            + table.name()
            + """
              (
              id BIGINT AUTO_INCREMENT PRIMARY KEY, content MEDIUMTEXT, html MEDIUMTEXT,
              html_version INT, version BIGINT, KEY (html_version))
              """);
  }

  @AfterEach
  void dropTable() {
    forum.sql("DROP TABLE " + table.name());
  }

  @Test
  void aStartRendersAgainWhatAnOlderRendererMade() {
    var author = forum.member();
    var topic = author.topic("Old", "*topic*").getLong("id");
    author.reply(topic, "*reply*");
    author.delete("/api/reply/" + author.reply(topic, "*deleted*").getLong("id")).expect(204);
    var message = say(author, "*message*");
    age("topic", "id", topic);
    age("reply", "topic_id", topic);
    age("chat_message", "id", message);

    try (var upgraded = Forum.with(Map.of())) {
      await()
          .untilAsserted(
              () -> {
                assertThat(htmls("topic", "id", topic))
                    .containsExactly("<p dir=\"auto\"><em>topic</em></p>");
                assertThat(htmls("reply", "topic_id", topic))
                    .containsExactly(
                        "<p dir=\"auto\"><em>reply</em></p>",
                        "<p dir=\"auto\"><em>deleted</em></p>");
                assertThat(htmls("chat_message", "id", message))
                    .containsExactly("<p dir=\"auto\"><em>message</em></p>");
              });
      var read = upgraded.member().get("/api/topic/" + topic).expect(200).json();
      assertThat(read.getLong("version")).isEqualTo(1);
      assertThat(read.getValue("editedAt")).isNull();
    }
  }

  @Test
  void itGoesOnUntilNothingOldIsLeft() {
    for (var n = 0; n < 45; n++) {
      add("*" + n + "*", 0);
    }
    add("*new*", MarkdownRenderer.VERSION);

    assertThat(rerendering().run().await()).isEqualTo(45);
    assertThat(all())
        .hasSize(46)
        .filteredOn(html -> html.startsWith("<p dir=\"auto\"><em>"))
        .hasSize(45);
    assertThat(all()).contains("old");
    assertThat(rerendering().run().await()).isZero();
  }

  @Test
  void whatTheRendererHasComeToRefuseIsShownAsItWasTyped() {
    add("<b>&\n".repeat(10_001), 0);
    add("*after it*", 0);
    rerendering().run().await();
    assertThat(all().get(0)).startsWith("<pre>&lt;b&gt;&amp;\n").endsWith("</pre>");
    assertThat(all().get(1)).isEqualTo("<p dir=\"auto\"><em>after it</em></p>");
  }

  @Test
  void aTextThatWasEditedMeanwhileStaysAsItsAuthorHasIt() {
    add("Edited since it was read", 0);
    forum.sql("UPDATE " + table.name() + " SET version = 2");
    var repository = new HtmlRepository(table);
    var client = forum.database().client();

    assertThat(repository.renew(client, new Outdated(1, 1, "Read"), "again", 1).await()).isFalse();
    assertThat(all()).containsExactly("old");
    assertThat(repository.renew(client, new Outdated(1, 2, "Read"), "again", 1).await()).isTrue();
    assertThat(repository.renew(client, new Outdated(1, 2, "Read"), "twice", 1).await()).isFalse();
    assertThat(all()).containsExactly("again");
  }

  @Test
  void closingEndsIt() {
    add("*never*", 0);
    var rerendering = rerendering();
    rerendering.close();
    assertThat(rerendering.run().await()).isZero();
    assertThat(all()).containsExactly("old");
  }

  private Rerendering rerendering() {
    var rendering = new RenderingService(forum.vertx(), forum.database(), forum.members());
    return new Rerendering(forum.vertx(), forum.database(), rendering, List.of(table));
  }

  private void add(String content, int htmlVersion) {
    forum.sql(
        "INSERT INTO "
            + table.name()
            + " (content, html, html_version, version) VALUES (?, 'old', ?, 1)",
        content,
        htmlVersion);
  }

  private List<String> all() {
    return htmls(table.name(), "1", 1);
  }

  private List<String> htmls(String from, String key, long value) {
    return forum
        .sql("SELECT html FROM " + from + " WHERE " + key + " = ? ORDER BY id", value)
        .stream()
        .map(row -> row.getString("html").strip())
        .toList();
  }

  private void age(String in, String key, long id) {
    forum.sql("UPDATE " + in + " SET html = 'old', html_version = 0 WHERE " + key + " = ?", id);
  }

  private long say(Client author, String content) {
    var other = new JsonObject().put("userId", forum.member().id());
    var room = author.post("/api/chat/new", other).expect(201).json().getString("roomId");
    var sender = forum.members().get(author.id()).await();
    return forum
        .chat()
        .send(sender, UUID.fromString(room), content, UUID.randomUUID())
        .await()
        .id();
  }
}
