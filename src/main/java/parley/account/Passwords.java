package parley.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import parley.http.ClientPresence;
import parley.job.WorkQueue;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), in a worker pool of limited size, because
 * each hash needs the configured memory. Few requests wait for it, and not for long: the others
 * fail with BUSY. A hash contains its parameters, so old hashes remain valid when the configuration
 * changes.
 */
public final class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final WorkQueue queue;
  private final PasswordSettings config;

  /**
   * A random value in the format of a hash that matches no password. It is checked when no member
   * is found, so that both cases take the same time. It is not a real hash, because hashing at the
   * start would keep that memory allocated.
   */
  private final String nobodys;

  Passwords(Vertx vertx, PasswordSettings config) {
    this.queue =
        new WorkQueue(
            vertx.createSharedWorkerExecutor("passwords", config.workers()),
            config.workers() + config.queue(),
            Duration.ofSeconds(config.waitSeconds()),
            ClientPresence::isGone);
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

  /** Keeps the configured memory allocated after the first call. */
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

  /** Whether the next hash would be refused. Asked before the database is. */
  boolean isBusy() {
    return queue.isFull();
  }
}
