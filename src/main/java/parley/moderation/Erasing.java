package parley.moderation;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import parley.store.Database;

/**
 * Erases the texts of what was deleted long ago, some in each statement. Nobody can restore it by
 * then.
 */
final class Erasing {

  private final Database database;
  private final Clock clock;
  private final ErasingRepository posts = new ErasingRepository();

  Erasing(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Future<Void> run() {
    var before = clock.instant().minus(PostChanges.KEPT);
    return replies(before).compose(done -> topics(before));
  }

  private Future<Void> replies(Instant before) {
    return posts
        .replies(database.client(), before)
        .compose(erased -> erased == 0 ? Future.succeededFuture() : replies(before));
  }

  private Future<Void> topics(Instant before) {
    return posts
        .topic(database.client(), before)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : repliesOf(found.get())
                        .compose(done -> posts.erase(database.client(), found.get(), before))
                        .compose(done -> topics(before)));
  }

  private Future<Void> repliesOf(long topicId) {
    return posts
        .repliesOf(database.client(), topicId)
        .compose(erased -> erased == 0 ? Future.succeededFuture() : repliesOf(topicId));
  }
}
