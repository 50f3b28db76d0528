package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;

/** What would show nothing is refused, wherever text is taken; what shows something is kept. */
class EmptyWhenShownIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();

  private JsonObject draft(String title, String content) {
    return new JsonObject().put("title", title).put("content", content).put("boardId", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]: b",
        "<!-- x -->",
        "<!-- x -->\n\n<!-- y -->",
        "\u200B",
        "&nbsp;",
        "#",
        ">",
        "\u2800\uFE0F",
        "**\u200B**"
      })
  void aTextThatShowsNothingIsRefused(String content) {
    author
        .post("/api/topic/add", draft("Title", content))
        .expectProblem(422, "content:empty_when_shown");
    author
        .post("/api/markdown/preview", new JsonObject().put("content", content))
        .expectProblem(422, "content:empty_when_shown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u3164", "\u2800", "\u00AD", "\uFEFF", "\u115F\u1160", "\u00A0"})
  void aTitleThatShowsNothingIsRefused(String title) {
    author
        .post("/api/topic/add", draft(title, "text"))
        .expectProblem(422, "title:empty_when_shown");
  }

  @Test
  void aTitleCannotReorderThePage() {
    var topic = author.topic("a\u202Eb\u2066c", "text");
    assertThat(topic.getString("title")).isEqualTo("abc");
  }

  @Test
  void theFirstLineKeepsItsIndent() {
    var topic = author.topic("Indent", "\n\n    code\n\n　　段落\n");
    assertThat(topic.getString("content")).isEqualTo("    code\n\n　　段落");
    assertThat(topic.getString("html")).contains("<pre", "code", "　　段落");
  }
}
