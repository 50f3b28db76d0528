package parley.like;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.member.Author;
import parley.member.Member;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.post.Facet;
import parley.post.MovingPart;
import parley.post.PostRef;
import parley.store.Database;
import parley.topic.PostPlace;
import parley.topic.TopicService;

/** Members like posts of others. Counts are exact, also where many like a post at once. */
final class LikeService implements Facet, MovingPart {

  private static final Logger log = LoggerFactory.getLogger(LikeService.class);

  private final Database database;
  private final TopicService topics;
  private final Journal journal;
  private final EventBus bus;
  private final Clock clock;
  private final LikeRepository likes = new LikeRepository();

  LikeService(Database database, TopicService topics, Journal journal, EventBus bus, Clock clock) {
    this.database = database;
    this.topics = topics;
    this.journal = journal;
    this.bus = bus;
    this.clock = clock;
  }

  /** Fails with NOT_FOUND, or with FORBIDDEN for the post's author. Liking again does nothing. */
  Future<Liked> like(Viewer viewer, PostRef post) {
    return set(viewer, post, true);
  }

  /** Fails as {@link #like}. */
  Future<Liked> unlike(Viewer viewer, PostRef post) {
    return set(viewer, post, false);
  }

  private Future<Liked> set(Viewer viewer, PostRef post, boolean liked) {
    var member = viewer.signedIn();
    return topics
        .place(viewer, post)
        .compose(
            place -> {
              if (place.authorId() == member.id()) {
                throw ForumException.of(Kind.FORBIDDEN, "You cannot like your own post.");
              }
              return database
                  .transaction(tx -> change(tx, post, place, member, liked))
                  .onSuccess(after -> announce(LikeChanged.of(post, place, after.likes())));
            });
  }

  private Future<Liked> change(
      SqlClient tx, PostRef post, PostPlace place, Member member, boolean liked) {
    return likes
        .lock(tx, post)
        .compose(locked -> likes.isLiked(tx, post, member.id()))
        .compose(
            before ->
                before == liked
                    ? Future.succeededFuture()
                    : liked ? add(tx, post, place, member) : remove(tx, post, member))
        .compose(done -> likes.likes(tx, post))
        .map(count -> new Liked(count, liked));
  }

  private Future<Void> add(SqlClient tx, PostRef post, PostPlace place, Member member) {
    var entry = new PostLiked(post.kind().code(), place.topicId(), place.authorId(), member.id());
    return Future.all(
            likes.add(tx, post, member.id(), clock.instant()),
            likes.count(tx, post, 1),
            journal.add(tx, PostLiked.TYPE, post.id(), entry))
        .mapEmpty();
  }

  private Future<Void> remove(SqlClient tx, PostRef post, Member member) {
    return Future.all(likes.remove(tx, post, member.id()), likes.count(tx, post, -1)).mapEmpty();
  }

  private void announce(LikeChanged event) {
    try {
      journal.wake();
      LikeChanged.CHANNEL.publish(bus, event);
    } catch (RuntimeException e) {
      log.warn("{} was not announced", event, e);
    }
  }

  /** Fails with NOT_FOUND. */
  Future<Page<Author>> members(Viewer viewer, PostRef post, PageRequest page) {
    var client = database.client();
    return topics
        .place(viewer, post)
        .compose(
            place ->
                likes
                    .likes(client, post)
                    .compose(
                        total ->
                            likes
                                .members(client, post, page)
                                .map(members -> Page.of(members, page, total))));
  }

  @Override
  public Future<Void> renamed(SqlClient tx, PostRef before, PostRef now) {
    return likes.rename(tx, before, now);
  }

  @Override
  public Future<Map<PostRef, Map<String, Object>>> of(Viewer viewer, List<PostRef> posts) {
    var memberId = viewer.member().map(Member::id).orElse(0L);
    return likes
        .of(database.client(), posts, memberId)
        .map(
            found -> {
              var shown = new HashMap<PostRef, Map<String, Object>>();
              found.forEach((post, liked) -> shown.put(post, properties(liked)));
              return shown;
            });
  }

  private static Map<String, Object> properties(Liked liked) {
    return liked.liked()
        ? Map.of("likes", liked.likes(), "liked", true)
        : Map.of("likes", liked.likes());
  }
}
