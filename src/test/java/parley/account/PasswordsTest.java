package parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final PasswordSettings WEAK = new PasswordSettings(64, 1, 1, 2, 100, 5);

  private final Passwords passwords = new Passwords(VERTX, WEAK);

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @Test
  void aHashTellsItsParameters() {
    var strong = new Passwords(VERTX, new PasswordSettings(19_456, 2, 1, 2, 100, 5));
    assertThat(strong.hash("secret word").await())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void onlyItsOwnPasswordFitsAHash() {
    var hash = passwords.hash("secret word").await();
    assertThat(passwords.check("secret word", hash).await()).isTrue();
    assertThat(passwords.check("Secret word", hash).await()).isFalse();
    assertThat(passwords.check("secret word ", hash).await()).isFalse();
    assertThat(passwords.check("", hash).await()).isFalse();
  }

  @Test
  void onePasswordNeverHasTheSameHashTwice() {
    assertThat(passwords.hash("secret word").await())
        .isNotEqualTo(passwords.hash("secret word").await());
  }

  @Test
  void hashesOfOtherParametersStayGood() {
    var hash =
        new Passwords(VERTX, new PasswordSettings(128, 3, 2, 1, 100, 5))
            .hash("secret word")
            .await();
    assertThat(hash).contains("m=128,t=3,p=2");
    assertThat(passwords.check("secret word", hash).await()).isTrue();
    assertThat(passwords.check("another word", hash).await()).isFalse();
  }

  @Test
  void nobodysPasswordFitsNothing() {
    assertThat(passwords.checkNobodys("a password that nobody has").await()).isFalse();
    assertThat(passwords.checkNobodys("").await()).isFalse();
  }

  @Test
  void passwordsOfAnyScriptAreHashedAsUtf8() {
    var hash = passwords.hash("пароль🔑密码").await();
    assertThat(passwords.check("пароль🔑密码", hash).await()).isTrue();
    assertThat(passwords.check("пароль🔒密码", hash).await()).isFalse();
  }
}
