package parley.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The loader is a judge, so it is judged here: by a forum that misbehaves. */
class LoadReadmesTest {

  private static final String OPEN = "/api/topic/add";

  @TempDir Path directory;
  private ForumStub forum;
  private final StringWriter output = new StringWriter();

  @BeforeEach
  void startForum() throws IOException {
    forum = new ForumStub().json("/api/register", 201, "{\"token\": \"t\"}");
    Files.writeString(directory.resolve("README.md"), "# Title");
  }

  @AfterEach
  void stopForum() {
    forum.close();
  }

  @Test
  void aTopicWithSafeHtmlShouldBeAccepted() {
    forum
        .json(OPEN, 201, "{\"id\": 3}")
        .json("/api/topic/3", 200, "{\"html\": \"<p dir=\\\"auto\\\">a</p>\"}");
    assertThat(load()).isZero();
    assertThat(output).asString().contains("1 accepted and safe, 0 refused, 0 failed, 0 not UTF-8");
  }

  @Test
  void unsafeHtmlShouldFail() {
    forum
        .json(OPEN, 201, "{\"id\": 3}")
        .json("/api/topic/3", 200, "{\"html\": \"<script>alert(1)</script>\"}");
    assertThat(load()).isEqualTo(1);
    assertThat(output).asString().contains("FAILED", "topic 3", "0 accepted");
  }

  @Test
  void aTopicThatCannotBeReadBackShouldFail() {
    forum.json(OPEN, 201, "{\"id\": 3}").problem("/api/topic/3", 404, "id", "gone");
    assertThat(load()).isEqualTo(1);
  }

  @Test
  void aRefusalThatExplainsItselfShouldBeReportedButNotFail() {
    forum.problem(OPEN, 422, "content", "too_wild");
    assertThat(load()).isZero();
    assertThat(output).asString().contains("refused", "No.", "content too_wild", "1 refused");
  }

  @ParameterizedTest
  @CsvSource({
    "500, application/problem+json, '{\"status\": 500, \"type\": \"/x\", \"detail\": \"x\"}'",
    "422, application/json, '{\"status\": 422, \"type\": \"/x\", \"detail\": \"x\"}'",
    "422, application/problem+json, '{\"status\": 400, \"type\": \"/x\", \"detail\": \"x\"}'",
    "400, application/problem+json, 'Bad Request'",
    "502, text/html, '<h1>Bad Gateway</h1>'",
    "200, application/json, '{\"id\": 3}'"
  })
  void anyOtherAnswerShouldFail(int status, String type, String body) {
    forum.answer(OPEN, status, type, body);
    assertThat(load()).isEqualTo(1);
    assertThat(output).asString().contains("1 failed");
  }

  @Test
  void aDocumentThatIsTooLongMustBeRefused() throws IOException {
    Files.writeString(directory.resolve("README.md"), "a".repeat(50_001));
    forum.json(OPEN, 201, "{\"id\": 3}");
    assertThat(load()).isEqualTo(1);
  }

  @Test
  void aDocumentThatIsNotTooLongMustNotBeRefusedAsSuch() {
    forum.problem(OPEN, 422, "content", "too_long");
    assertThat(load()).isEqualTo(1);
  }

  @Test
  void aMemberWhoExistsShouldSignIn() throws IOException {
    try (var known = new ForumStub()) {
      known
          .problem("/api/register", 422, "username", "taken")
          .json("/api/login", 200, "{\"token\": \"t\"}")
          .problem(OPEN, 403, "boardId", "closed");
      assertThat(load(known, "--user", "a", "--password", "b")).isZero();
    }
  }

  @Test
  void theForumShouldBeLeftInPeaceForAsLongAsItAsks() throws Exception {
    forum.problem(OPEN, 429, "", "").problem(OPEN, 429, "", "").json(OPEN, 201, "{\"id\": 3}");
    List<Duration> pauses = new ArrayList<>();
    var client = new ForumClient(forum.url(), pauses::add);
    assertThat(client.openTopic(1, "Title", "Content").status()).isEqualTo(201);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
  }

  private int load() {
    return load(forum);
  }

  private int load(ForumStub from, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--url", from.url().toString(), "--dir", directory.toString()));
    return new CommandLine(new LoadReadmes())
        .setOut(new PrintWriter(output))
        .execute(arguments.toArray(String[]::new));
  }
}
