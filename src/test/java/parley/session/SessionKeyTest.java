package parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Sections;
import parley.config.ConfigException;
import parley.config.ConfigLoader;
import parley.config.Settings;

class SessionKeyTest {

  @TempDir Path data;

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void itIsMadeOnceForThisUserAlone() throws IOException {
    var made = SessionKey.of(settings(""));
    assertThat(made).hasSize(32);
    assertThat(SessionKey.of(settings(""))).isEqualTo(made);
    assertThat(Files.getPosixFilePermissions(data.resolve("session.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(data).isDirectoryContaining("glob:**/session.key");
  }

  @Test
  void aConfiguredOneIsUsedAndNothingIsWritten() {
    var key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    assertThat(SessionKey.of(settings(key)))
        .asString()
        .isEqualTo("01234567890123456789012345678901");
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "c2hvcnQ=", "not base64!", "\u0000\ufffd"})
  void aDamagedFileIsNotAKey(String content) throws IOException {
    var file = Files.writeString(data.resolve("session.key"), content);
    assertThatThrownBy(() -> SessionKey.of(settings("")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("session.key: " + file + " does not contain base64 of 32 bytes or more");
  }

  private Settings settings(String key) {
    var environment = Map.of("PARLEY_DATA", data.toString(), "PARLEY_SESSION_KEY", key);
    return new ConfigLoader(vertx, Sections.ALL)
        .load(Path.of(""), Optional.empty(), environment)
        .await();
  }
}
