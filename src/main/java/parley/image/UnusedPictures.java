package parley.image;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.member.MemberService;

/**
 * Removes pictures that no member has any more: at once where a member replaces or removes one, and
 * from time to time those that were left over, by a process that died or by an erased account.
 *
 * <p>A removed picture is not served any more. Its file is deleted a day later, because a backup
 * that is being written may contain a row that names it.
 */
final class UnusedPictures {

  /** Longer than any backup takes, and any upload. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** How many names are looked up together. */
  private static final int BATCH = 500;

  private final MemberService members;
  private final PictureStore pictures;
  private final WorkerExecutor workers;
  private final Clock clock;

  UnusedPictures(
      MemberService members, PictureStore pictures, WorkerExecutor workers, Clock clock) {
    this.members = members;
    this.pictures = pictures;
    this.workers = workers;
    this.clock = clock;
  }

  /** Removes those of these pictures that nobody has. Names from older versions may be shared. */
  Future<Void> remove(List<String> names) {
    var paths = names.stream().map(name -> ImageRoutes.PATH + name).collect(Collectors.toSet());
    return members.imagesInUse(paths).compose(used -> remove(names, used));
  }

  private Future<Void> remove(List<String> names, Set<String> used) {
    var unused = names.stream().filter(name -> !used.contains(ImageRoutes.PATH + name)).toList();
    return workers.executeBlocking(
        () -> {
          unused.forEach(pictures::remove);
          return null;
        });
  }

  /** Removes what was left over, and deletes what was removed long enough ago. */
  Future<Void> sweep() {
    Instant limit = clock.instant().minus(KEPT);
    return workers
        .executeBlocking(
            () -> {
              pictures.purge(limit);
              return pictures.before(limit);
            })
        .compose(
            names -> {
              Future<Void> done = Future.succeededFuture();
              for (var batch : batches(names)) {
                done = done.compose(before -> remove(batch));
              }
              return done;
            });
  }

  private static List<List<String>> batches(List<String> names) {
    var batches = new ArrayList<List<String>>();
    for (int from = 0; from < names.size(); from += BATCH) {
      batches.add(names.subList(from, Math.min(from + BATCH, names.size())));
    }
    return batches;
  }
}
