package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Forum;
import parley.Response;

/** The HTML that the client's pages begin with, before its script runs. */
class ClientPagesIT {

  private final Forum forum = Forum.shared();

  @Test
  void aTopicsPageNamesTheTopicAndTheForum() {
    var topic = forum.member().topic("Cats & <dogs>", "Some **bold** words & more").getLong("id");
    var page = page("/topic/" + topic);
    assertThat(page.status()).isEqualTo(200);
    assertThat(html(page))
        .contains("<title>Cats &amp; &lt;dogs&gt; · Parley</title>")
        .contains("content=\"Some bold words &amp; more\"");
  }

  @Test
  void aMembersPageNamesTheMember() {
    var member = forum.member();
    assertThat(html(page("/user/" + member.id())))
        .contains("<title>" + member.username() + " · Parley</title>");
  }

  @Test
  void aBoardsPageNamesTheBoard() {
    assertThat(html(page("/board/discussion"))).contains("<title>Discussion · Parley</title>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/topic/987654321",
        "/topic/0",
        "/topic/99999999999999999999",
        "/user/987654321",
        "/board/nowhere",
        "/nothing"
      })
  void whatDoesNotExistHasStatus404AndTheClientsPage(String path) {
    var page = page(path);
    assertThat(page.status()).isEqualTo(404);
    assertThat(html(page)).contains("<title>Parley</title>");
    assertThat(page.header("content-type")).isEqualTo("text/html;charset=utf-8");
  }

  @Test
  void aDeletedTopicIsGoneFromItsPageToo() {
    var author = forum.member();
    var topic = author.topic("Soon gone", "text").getLong("id");
    author.delete("/api/topic/" + topic).expect(204);
    assertThat(page("/topic/" + topic).status()).isEqualTo(404);
  }

  @Test
  void theForumIsDescribedByItsWelcome() {
    try (var own =
        Forum.with(
            Map.of(
                "PARLEY_SITE_NAME", "Küstensegler",
                "PARLEY_SITE_ABOUT_WELCOME", "For those who sail.",
                "PARLEY_SITE_ABOUT_IMPRINT", "https://example.org/imprint"))) {
      var page = own.guest().header("accept", "text/html").get("/");
      assertThat(html(page))
          .contains("<title>Küstensegler</title>")
          .contains("<meta name=\"description\" content=\"For those who sail.\" />");
      var about = own.guest().get("/api/site").json().getJsonObject("about");
      assertThat(about.getString("welcome")).isEqualTo("For those who sail.");
      assertThat(about.getString("imprint")).isEqualTo("https://example.org/imprint");
    }
  }

  @Test
  void everyAnswerSaysWhatTimeItIs() {
    var date = forum.guest().get("/api/site").header("date");
    assertThat(date)
        .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
  }

  private static String html(Response page) {
    return page.body().toString();
  }

  private Response page(String path) {
    return forum
        .guest()
        .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .send(HttpMethod.GET, path, Buffer.buffer());
  }
}
