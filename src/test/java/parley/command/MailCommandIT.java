package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.Forum;
import parley.Parley;
import picocli.CommandLine;

class MailCommandIT {

  private final Forum forum = Forum.shared();
  private final StringWriter output = new StringWriter();
  @TempDir private Path directory;

  private int run(String... arguments) throws Exception {
    var mysql = forum.config().mysql();
    var config =
        new JsonObject()
            .put(
                "mysql",
                new JsonObject()
                    .put("host", mysql.host())
                    .put("port", mysql.port())
                    .put("user", mysql.user())
                    .put("password", mysql.password()));
    var file = Files.writeString(directory.resolve("parley.yaml"), config.encode());
    var all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = file.toString();
    var writer = new PrintWriter(output, true);
    return new CommandLine(new Parley()).setOut(writer).setErr(writer).execute(all);
  }

  private long failedMail(String recipient) {
    forum.sql(
        "UPDATE mail SET state = 'failed', last_error = '550 nobody', next_attempt_at = NULL WHERE"
            + " recipient = ?",
        recipient);
    return forum.sql("SELECT id FROM mail WHERE recipient = ?", recipient).get(0).getLong("id");
  }

  @Test
  void theListShowsAFailedMailWithItsLastAnswer() throws Exception {
    var member = forum.member();
    var id = failedMail(member.email());
    assertThat(run("mail", "list", "--state", "failed")).isZero();
    assertThat(output.toString().lines())
        .anyMatch(
            line ->
                line.startsWith(id + " ")
                    && line.contains(member.email())
                    && line.endsWith("550 nobody"));
  }

  @Test
  void aRetriedMailIsQueuedAgain() throws Exception {
    var member = forum.member();
    var id = failedMail(member.email());
    assertThat(run("mail", "retry", Long.toString(id))).isZero();
    assertThat(forum.sql("SELECT state FROM mail WHERE id = ?", id).get(0).getString("state"))
        .isEqualTo("queued");
    assertThat(run("mail", "retry", Long.toString(id))).isEqualTo(1);
    assertThat(output.toString()).contains("The mail is queued.");
  }

  @Test
  void aWrongStateIsAnErrorThatSaysSo() throws Exception {
    assertThat(run("mail", "list", "--state", "lost")).isEqualTo(1);
    assertThat(output.toString()).contains("parley: 'lost' is not a state of a mail");
  }
}
