package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.access.Viewer;
import parley.store.Database;
import parley.topic.FormerPlaceRepository.Now;

/** Leads from where posts stood to where they stand now. */
final class FormerPlaces {

  /** A topic that was merged may have been merged again; nobody merges in circles. */
  private static final int HOPS = 10;

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Database database;
  private final TopicRepository topics = new TopicRepository();
  private final FormerPlaceRepository places = new FormerPlaceRepository();

  FormerPlaces(Database database) {
    this.database = database;
  }

  /** As an address of a page. Members' clients ask the interface, so this is for guests. */
  Future<Optional<String>> page(Viewer viewer, String id, MultiMap query) {
    var floor = query.get("floor");
    return NUMBER.matcher(id).matches() && (floor == null || NUMBER.matcher(floor).matches())
        ? now(viewer, Long.parseLong(id), floor == null ? 0 : Long.parseLong(floor))
            .map(found -> found.map(now -> now.path("/topic/")))
        : Future.succeededFuture(Optional.empty());
  }

  /**
   * Where a viewer finds what was moved; empty where it was not moved, or they do not see it.
   *
   * @param floor 0 for the topic itself
   */
  Future<Optional<Now>> now(Viewer viewer, long topicId, long floor) {
    return follow(topicId, floor, HOPS)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : topics
                        .boardOf(database.client(), found.get().topicId())
                        .map(
                            board ->
                                board
                                    .filter(id -> PostPolicy.maySee(viewer, id))
                                    .flatMap(seen -> found)));
  }

  private Future<Optional<Now>> follow(long topicId, long floor, int hops) {
    return places
        .find(database.client(), topicId, floor)
        .compose(
            found ->
                found.isEmpty() || hops == 0
                    ? Future.succeededFuture(found)
                    : follow(found.get().topicId(), found.get().floor(), hops - 1)
                        .map(further -> further.or(() -> found)));
  }
}
