package parley.post;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply that is to be written. Who waits for it is told on the context they called from. */
final class WaitingReply {

  private final Draft draft;
  private final Context context;
  private final Promise<Written> written = Promise.promise();
  private @Nullable Long timer;

  WaitingReply(Draft draft, Context context) {
    this.draft = draft;
    this.context = context;
  }

  Draft draft() {
    return draft;
  }

  Future<Written> written() {
    return written.future();
  }

  /** In characters of text and HTML. */
  int length() {
    return draft.content().length() + draft.text().html().length();
  }

  void setTimer(long id) {
    timer = id;
  }

  /** The timer of a reply that has had to wait. */
  Optional<Long> timer() {
    return Optional.ofNullable(timer);
  }

  void succeed(Written result) {
    context.runOnContext(done -> written.tryComplete(result));
  }

  void fail(Throwable failure) {
    context.runOnContext(failed -> written.tryFail(failure));
  }
}
