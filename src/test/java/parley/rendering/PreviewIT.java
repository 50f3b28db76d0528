package parley.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import parley.Forum;

class PreviewIT {

  private final Forum forum = Forum.shared();

  @Test
  void aPreviewIsWhatATopicWouldShow() {
    var member = forum.member();
    var source = "**Bold**, ~~gone~~, @" + member.username() + " <script>alert(1)</script>";
    var preview = member.post("/api/markdown/preview", content(source)).expect(200).json();
    assertThat(preview.getString("html"))
        .isEqualTo(member.topic("Previewed", source).getString("html"))
        .contains("<strong>Bold</strong>")
        .contains("/user/" + member.id())
        .doesNotContain("<script");
  }

  @Test
  void aPreviewMailsNobody() {
    var mentioned = forum.member();
    var before = forum.mails(mentioned.email());
    forum.member().post("/api/markdown/preview", content("@" + mentioned.username())).expect(200);
    assertThat(forum.mails(mentioned.email())).isEqualTo(before);
  }

  @Test
  void whatCouldNotBePostedIsRefused() {
    var member = forum.member();
    member
        .post("/api/markdown/preview", content("x".repeat(50_001)))
        .expectProblem(422, "content:too_long");
    member.post("/api/markdown/preview", content(" ")).expectProblem(422, "content:required");
    member
        .post("/api/markdown/preview", content("x\n".repeat(10_001)))
        .expectProblem(422, "content:too_complex");
    member.post("/api/markdown/preview", new JsonObject()).expectProblem(422, "content:required");
  }

  @Test
  void guestsHaveNothingToPreview() {
    forum.guest().post("/api/markdown/preview", content("Text")).expectProblem(401);
  }

  private static JsonObject content(String content) {
    return new JsonObject().put("content", content);
  }
}
