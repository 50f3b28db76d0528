package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Forum;
import parley.Parley;
import parley.search.Searches;
import picocli.CommandLine;

class ReindexCommandIT {

  private final Forum forum = Forum.shared();
  private final StringWriter output = new StringWriter();
  @TempDir private Path directory;

  private int run(Path data) throws IOException {
    var mysql = forum.config().mysql();
    var config =
        JsonObject.of(
            "data",
            data.toString(),
            "mysql",
            JsonObject.of(
                "host", mysql.host(),
                "port", mysql.port(),
                "user", mysql.user(),
                "password", mysql.password()));
    var file = Files.writeString(directory.resolve("parley.yaml"), config.encode());
    var writer = new PrintWriter(output, true);
    return new CommandLine(new Parley())
        .setOut(writer)
        .setErr(writer)
        .execute("reindex", "--config", file.toString());
  }

  @Test
  void buildsTheIndexOfAForumThatIsStopped() throws IOException {
    assertThat(run(directory)).as(output.toString()).isZero();
    assertThat(output.toString()).contains(" of ").contains("Built 1 index");
    assertThat(directory.resolve("search/1/generation-1")).isDirectory();
    assertThat(run(directory)).isZero();
    assertThat(directory.resolve("search/1/generation-1")).doesNotExist();
    assertThat(directory.resolve("search/1/generation-2")).isDirectory();
  }

  @Test
  void asksAForumThatRuns() throws IOException {
    var author = forum.member();
    var word = "w" + java.util.UUID.randomUUID().toString().substring(0, 8);
    author.topic("About " + word, "Text");
    Searches.awaited(author, word, 1);
    // past the journal: only a new index has it
    forum.sql("UPDATE topic SET title = CONCAT(title, 'new') WHERE title = ?", "About " + word);
    assertThat(run(forum.config().data())).as(output.toString()).isZero();
    assertThat(output.toString()).contains("Built 1 index");
    assertThat(Searches.awaited(author, word + "new", 1)).hasSize(1);
  }
}
