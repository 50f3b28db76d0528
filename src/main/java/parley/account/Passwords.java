package parley.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import parley.config.Config;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), off the event loops and only so many at
 * once, since each takes the configured memory. Only so many wait for it, and only for so long: the
 * rest fails with BUSY. A hash tells its own parameters, so that changing them leaves old ones
 * good.
 */
public final class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final WorkQueue queue;
  private final Config.Password config;

  /**
   * What looks like a hash but is none of any password, checked where there is no member, so that
   * both take the same time. It is made up, since hashing at start would take its memory for good.
   */
  private final String nobodys;

  public Passwords(Vertx vertx, Config.Password config) {
    this.queue =
        new WorkQueue(
            vertx.createSharedWorkerExecutor("passwords", config.workers()),
            config.workers() + config.queue(),
            Duration.ofSeconds(config.waitSeconds()));
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
    return queue.run(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2()).getResult());
  }

  Future<Boolean> check(String password, String hash) {
    return queue.run(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Takes as long as {@link #check}, and is false. */
  Future<Boolean> checkNobodys(String password) {
    return check(password, nobodys).map(false);
  }

  /** Whether the next hash would be refused: asked before a database is. */
  boolean isBusy() {
    return queue.isFull();
  }
}
