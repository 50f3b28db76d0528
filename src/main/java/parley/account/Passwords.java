package parley.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import parley.config.Config;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), off the event loops and only so many at
 * once, since each takes the configured memory. A hash tells its own parameters, so that changing
 * them leaves old ones good.
 */
public final class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final WorkerExecutor workers;
  private final Argon2Function argon2;

  /**
   * A hash that no password fits, checked where there is no member, so that both take the same
   * time.
   */
  private final Future<String> nobodys;

  public Passwords(Vertx vertx, Config.Password config) {
    this.workers = vertx.createSharedWorkerExecutor("passwords", config.workers());
    this.argon2 =
        Argon2Function.getInstance(
            config.memoryKib(), config.iterations(), config.parallelism(), HASH_BYTES, Argon2.ID);
    this.nobodys = hash("a password that nobody has");
  }

  Future<String> hash(String password) {
    return workers.executeBlocking(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult(), false);
  }

  Future<Boolean> check(String password, String hash) {
    return workers.executeBlocking(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)), false);
  }

  /** Takes as long as {@link #check}, and is false. */
  Future<Boolean> checkNobodys(String password) {
    return nobodys.compose(hash -> check(password, hash)).map(false);
  }
}
