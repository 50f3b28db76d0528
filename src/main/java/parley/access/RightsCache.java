package parley.access;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rights of all boards, read again after every notice of a change. Until they have been read
 * all callers wait, so no decision uses rights that are known to be outdated. Rights also have an
 * age limit, in case a notice is lost. Safe to use from any thread.
 */
final class RightsCache {

  private static final Logger log = LoggerFactory.getLogger(RightsCache.class);

  /** Older rights are used once more while they are read. */
  private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Older rights are not used. */
  private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Older rights are not used while notices may be lost. */
  private static final long MAX_AGE_WITHOUT_NOTICES_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Loaded(Rights rights, long at) {}

  private final Supplier<Future<Rights>> load;
  private final BooleanSupplier noticesArrive;
  private volatile @Nullable Loaded loaded;
  private @Nullable Future<Rights> loading;
  private long changes;

  RightsCache(Supplier<Future<Rights>> load, BooleanSupplier noticesArrive) {
    this.load = load;
    this.noticesArrive = noticesArrive;
  }

  /** The rights as they are now. Fails where they are outdated and cannot be read. */
  Future<Rights> get() {
    var known = loaded;
    if (known == null) {
      return read();
    }
    var age = System.nanoTime() - known.at();
    if (age > MAX_AGE_NANOS
        || age > MAX_AGE_WITHOUT_NOTICES_NANOS && !noticesArrive.getAsBoolean()) {
      return read();
    }
    if (age > REFRESH_NANOS) {
      read().onFailure(failure -> log.debug("Rights could not be refreshed", failure));
    }
    return Future.succeededFuture(known.rights());
  }

  /** The rights that were read last; empty after a change until they have been read. */
  Optional<Rights> last() {
    return Optional.ofNullable(loaded).map(Loaded::rights);
  }

  /** What is known, and what is being read, is outdated. */
  synchronized void outdated() {
    changes++;
    loaded = null;
    loading = null;
  }

  private synchronized Future<Rights> read() {
    if (loading != null) {
      return loading;
    }
    var begun = changes;
    var mine =
        load.get().compose(rights -> finished(begun, rights)).onFailure(failure -> failed(begun));
    if (!mine.isComplete()) {
      loading = mine;
    }
    return mine;
  }

  /** A change that came while the rights were read makes the callers wait for the next ones. */
  private Future<Rights> finished(long begun, Rights rights) {
    synchronized (this) {
      if (begun == changes) {
        loaded = new Loaded(rights, System.nanoTime());
        loading = null;
        return Future.succeededFuture(rights);
      }
    }
    return get();
  }

  private synchronized void failed(long begun) {
    if (begun == changes) {
      loading = null;
    }
  }
}
