package parley.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import parley.access.Access;
import parley.member.SignedIn;
import parley.store.Signals;

/**
 * A cache of valid tokens for a few seconds, so that a page needs no query for its session. The end
 * of a session, and a change of its member's role or groups, is signalled to every process, which
 * drops the entry at once; while signals may be lost nothing is cached. Safe to share between event
 * loops.
 */
final class RecentSessions {

  private static final Duration AGE = Duration.ofSeconds(10);
  private static final int MOST = 20_000;

  private final Signals signals;
  private final Cache<String, SignedIn> byToken =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGE).build();
  private final AtomicLong changes = new AtomicLong();

  RecentSessions(Signals signals) {
    this.signals = signals;
    signals.listen(Access.SESSIONS, this::forget, this::forgetAll);
    signals.listen(Access.MEMBER, this::forget, this::forgetAll);
  }

  /** Whose token it is; looked up where that is not remembered. */
  Future<Optional<SignedIn>> find(String token, Supplier<Future<Optional<SignedIn>>> lookup) {
    if (!signals.isLive()) {
      return lookup.get();
    }
    var known = byToken.getIfPresent(token);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    var before = changes.get();
    return lookup
        .get()
        .onSuccess(found -> found.ifPresent(signedIn -> remember(token, signedIn, before)));
  }

  /** A result that was looked up before a change is not remembered. */
  private void remember(String token, SignedIn signedIn, long before) {
    byToken.put(token, signedIn);
    if (changes.get() != before) {
      byToken.invalidate(token);
    }
  }

  private void forget(String memberId) {
    changes.incrementAndGet();
    var id = Long.parseLong(memberId);
    byToken.asMap().values().removeIf(signedIn -> signedIn.member().id() == id);
  }

  private void forgetAll() {
    changes.incrementAndGet();
    byToken.invalidateAll();
  }
}
