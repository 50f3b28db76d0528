package parley.topic;

import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import parley.mail.MailKind;
import parley.mail.NewMail;
import parley.mail.Outbox;
import parley.member.Member;
import parley.rendering.Rendered;

/**
 * Tells members that a post mentions them: once a post, also where an edit adds them, and nobody of
 * themselves.
 */
final class Mentions {

  private static final String TOLD =
      "SELECT member_id FROM mention WHERE topic_id = ? AND reply_id = ?";

  private static final String TELL =
      "INSERT INTO mention (topic_id, reply_id, member_id, created_at) VALUES (?, ?, ?, ?)";

  /** The post that mentions: reply and floor are 0 for a topic's own text. */
  record Post(long topicId, String title, long replyId, long floor) {

    private String path() {
      return "/topic/" + topicId + (floor == 0 ? "" : "?floor=" + floor + "#floor-" + floor);
    }
  }

  private final Outbox outbox;
  private final String siteUrl;
  private final Clock clock;

  Mentions(Outbox outbox, String siteUrl, Clock clock) {
    this.outbox = outbox;
    this.siteUrl = siteUrl;
    this.clock = clock;
  }

  /** In the transaction that writes the post. */
  Future<Void> tell(SqlClient tx, Post post, Member author, Rendered text) {
    var mentioned = text.mentioned().stream().filter(member -> member.id() != author.id()).toList();
    if (mentioned.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.preparedQuery(TOLD)
        .mapping(row -> row.getLong("member_id"))
        .execute(Tuple.of(post.topicId(), post.replyId()))
        .map(rows -> Set.copyOf(list(rows)))
        .map(told -> mentioned.stream().filter(member -> !told.contains(member.id())).toList())
        .compose(
            news -> news.isEmpty() ? Future.succeededFuture() : tell(tx, post, author, text, news));
  }

  private Future<Void> tell(
      SqlClient tx, Post post, Member author, Rendered text, List<Member> members) {
    var now = utc(clock.instant());
    var rows =
        members.stream()
            .map(member -> Tuple.of(post.topicId(), post.replyId(), member.id(), now))
            .toList();
    var mails = members.stream().map(member -> mail(post, author, text, member)).toList();
    return tx.preparedQuery(TELL).executeBatch(rows).compose(told -> outbox.add(tx, mails));
  }

  private NewMail mail(Post post, Member author, Rendered text, Member member) {
    return new NewMail(
        MailKind.MENTION,
        member.id(),
        member.email(),
        new JsonObject()
            .put("username", member.username())
            .put("author", author.username())
            .put("title", post.title())
            .put("html", text.html())
            .put("link", siteUrl + post.path()));
  }

  /** After the commit. */
  void wake(Rendered text) {
    if (!text.mentioned().isEmpty()) {
      outbox.wake();
    }
  }
}
