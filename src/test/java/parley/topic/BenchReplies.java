package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import parley.Forum;
import parley.access.AccessService;
import parley.journal.Journal;
import parley.member.Member;
import parley.post.PostWriter;
import parley.rendering.RenderingService;
import parley.store.Database;

/** Writes replies as the forum does, without HTTP, for measurements. */
public final class BenchReplies {

  private final AccessService access;
  private final ReplyWriting replies;

  public BenchReplies(Vertx vertx, Forum forum, Database database) {
    this.access = forum.access();
    var bus = vertx.eventBus();
    var clock = Clock.tickMillis(ZoneOffset.UTC);
    var journal = new Journal(bus, clock);
    this.replies =
        new ReplyWriting(
            database,
            new RenderingService(vertx, database, forum.members()),
            new PostWriter(journal, List::of, clock),
            null, // mentions, which only edits need
            journal,
            new TopicEvents(bus),
            clock);
  }

  public Future<?> write(Member author, long topicId, String content) {
    return access
        .viewer(Optional.of(author))
        .compose(viewer -> replies.write(viewer, new NewReply(topicId, content), null));
  }
}
