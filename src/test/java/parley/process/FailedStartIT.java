package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.Forum;

class FailedStartIT {

  private static final String NOBODY_LISTENS = "1";

  private final Forum forum = Forum.shared();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PARLEY_HTTP_PORT        | many    | parley: http.port: .*",
        "PARLEY_HTTP_PORT        | 70000   | parley: http.port: '70000' is not 0 to 65535",
        "PARLEY_HTTP_PROT        | 8080    | parley: PARLEY_HTTP_PROT: there is no key for this .*",
        "PARLEY_SESSION_KEY      | secret  | parley: session.key: '\\*\\*\\*' is not base64 .*",
        "PARLEY_ROLES            | cook    | parley: roles.*",
        "PARLEY_SITE_URL         | here    | parley: site.url: 'here' is not an http or https .*",
        "PARLEY_CLUSTER_ENABLED  | true    | parley: cluster.enabled: .* external mysql.host and redis.url,.*"
      })
  void aBrokenVariableIsNamed(String name, String value, String line) {
    assertOneLine(Program.run(folder, Map.of(name, value)), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http: {prot: 8080}   | parley: http.prot: there is no such key \\(in .*own.yaml\\)",
        "http: {instances: -1} | parley: http.instances: '-1' is not 0 or more",
        "http: 8080           | parley: http: has keys of its own \\(in .*own.yaml\\)",
        "'http: ['            | parley: .*own.yaml: is not YAML: .*"
      })
  void aBrokenKeyOfTheFileIsNamed(String yaml, String line) throws IOException {
    var file = Files.writeString(folder.resolve("own.yaml"), yaml);
    assertOneLine(Program.run(folder, Map.of(), "--config", file.toString()), line);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertOneLine(
        Program.run(folder, Map.of(), "--config", "missing.yaml"),
        "parley: missing.yaml: cannot be read");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNamed() {
    assertOneLine(
        Program.run(folder, external("PARLEY_MYSQL_PORT", NOBODY_LISTENS)),
        "parley: mysql.host: no database at mysql://\\S+@127.0.0.1:1/parley: .*");
  }

  @Test
  void aDatabaseThatRefusesTheAccountIsNamed() {
    assertOneLine(
        Program.run(folder, external("PARLEY_MYSQL_PASSWORD", "wrong")),
        "parley: mysql.host: no database at mysql://\\S+: .*Access denied.*");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://:secret@127.0.0.1:1, 'redis://127.0.0.1:1: .*Connection refused.*'",
    "redis://nothing.invalid:6379, 'redis://nothing.invalid:6379: .*'"
  })
  void aRedisThatCannotBeReachedIsNamedWithoutItsPassword(String url, String address) {
    assertOneLine(
        Program.run(folder, external("PARLEY_REDIS_URL", url)),
        "parley: redis.url: no Redis at " + address);
  }

  @Test
  void aRedisThatRefusesThePasswordIsNamed() {
    var url = forum.config().redis().url().replaceFirst(":[^:@]*@", ":wrong@");
    assertOneLine(
        Program.run(folder, external("PARLEY_REDIS_URL", url)),
        "parley: redis.url: no Redis at redis://127.0.0.1:\\d+: .*(WRONGPASS|invalid).*");
  }

  @ParameterizedTest
  @CsvSource({"HTTP, http", "MANAGEMENT, management", "BRIDGE, bridge"})
  void aPortInUseIsNamed(String variable, String section) throws IOException {
    try (var taken = new ServerSocket(0)) {
      var port = Integer.toString(taken.getLocalPort());
      assertOneLine(
          Program.run(folder, external("PARLEY_" + variable + "_PORT", port)),
          "parley: " + section + ".port: " + port + " on [0-9.]+ is already in use");
    }
  }

  private static void assertOneLine(Program program, String line) {
    try (program) {
      assertThat(program.exitCode()).as(program.output()).isEqualTo(1);
      assertThat(program.lines())
          .filteredOn(said -> !said.contains("p.rendering.Rerendering")) // texts of other tests
          .singleElement()
          .asString()
          .matches(line);
    }
  }

  /** The stores that the tests share, so that none has to be started; with one setting changed. */
  private Map<String, String> external(String name, String value) {
    var mysql = forum.config().mysql();
    var environment = new HashMap<String, String>();
    environment.put("PARLEY_MYSQL_HOST", mysql.host());
    environment.put("PARLEY_MYSQL_PORT", Integer.toString(mysql.port()));
    environment.put("PARLEY_MYSQL_USER", mysql.user());
    environment.put("PARLEY_MYSQL_PASSWORD", mysql.password());
    environment.put("PARLEY_REDIS_URL", forum.config().redis().url());
    environment.put(name, value);
    return environment;
  }
}
