package parley.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import parley.access.Viewer;
import parley.journal.Journal;
import parley.member.MemberEvents;
import parley.member.MemberService;
import parley.post.Draft;
import parley.post.ReplyQueue;
import parley.post.Written;
import parley.rendering.Rendered;
import parley.rendering.RenderingService;
import parley.store.Database;

/** Writes replies as the forum does, without HTTP, of a text that is rendered once. */
final class Replies {

  private static final String TEXT =
      "A reply of **some** length, as people write them, with a [link](https://example.org/). "
          .repeat(3);

  private final ReplyQueue queue;
  private final Rendered text;

  Replies(Vertx vertx, Database database) {
    var clock = Clock.tickMillis(ZoneOffset.UTC);
    var bus = vertx.eventBus();
    var members = new MemberService(database, new MemberEvents(bus));
    this.queue = new ReplyQueue(vertx, database, new Journal(bus, clock), List::of, clock);
    this.text = new RenderingService(vertx, database, members).render(TEXT).await();
  }

  Future<Written> write(Viewer author, long topicId) {
    return queue.write(Draft.reply(author, topicId, TEXT, text, null));
  }
}
