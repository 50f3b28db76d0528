package parley.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), off the event loops and only so many at
 * once, since each takes the configured memory. A hash tells its own parameters, so that changing
 * them leaves old ones good.
 */
public final class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final WorkerExecutor workers;
  private final PasswordSettings config;

  /**
   * What looks like a hash but is none of any password, checked where there is no member, so that
   * both take the same time. It is made up, since hashing at start would take its memory for good.
   */
  private final String nobodys;

  Passwords(Vertx vertx, PasswordSettings config) {
    this.workers = vertx.createSharedWorkerExecutor("passwords", config.workers());
    this.config = config;
    this.nobodys =
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                config.memoryKib(),
                config.iterations(),
                config.parallelism(),
                random(SALT_BYTES),
                random(HASH_BYTES));
  }

  private static String random(int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps the configured memory once it was first asked for. */
  private Argon2Function argon2() {
    return Argon2Function.getInstance(
        config.memoryKib(), config.iterations(), config.parallelism(), HASH_BYTES, Argon2.ID);
  }

  Future<String> hash(String password) {
    return workers.executeBlocking(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2()).getResult(), false);
  }

  Future<Boolean> check(String password, String hash) {
    return workers.executeBlocking(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)), false);
  }

  /** Takes as long as {@link #check}, and is false. */
  Future<Boolean> checkNobodys(String password) {
    return check(password, nobodys).map(false);
  }
}
