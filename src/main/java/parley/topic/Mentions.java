package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.mail.MailCheck;
import parley.mail.MailKind;
import parley.mail.NewMail;
import parley.mail.Outbox;
import parley.member.Member;
import parley.rendering.Rendered;
import parley.store.Database;

/**
 * Tells members that a post mentions them: once a post, also where an edit adds them, and nobody of
 * themselves or of what they may not see.
 */
final class Mentions implements MailCheck {

  /** The post that mentions: reply and floor are 0 for a topic's own text. */
  record Post(long topicId, String title, long replyId, long floor) {

    private String path() {
      return "/topic/" + topicId + (floor == 0 ? "" : "?floor=" + floor + "#floor-" + floor);
    }
  }

  private final Database database;
  private final AccessService access;
  private final Outbox outbox;
  private final String siteUrl;
  private final Clock clock;
  private final MentionRepository mentions = new MentionRepository();
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  Mentions(Database database, AccessService access, Outbox outbox, String siteUrl, Clock clock) {
    this.database = database;
    this.access = access;
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
    return mentions
        .told(tx, post)
        .map(told -> mentioned.stream().filter(member -> !told.contains(member.id())).toList())
        .compose(news -> readers(tx, post, news))
        .compose(
            news -> news.isEmpty() ? Future.succeededFuture() : tell(tx, post, author, text, news));
  }

  /** Those of the members who may see the post. */
  private Future<List<Member>> readers(SqlClient tx, Post post, List<Member> members) {
    return topics
        .boardOf(tx, post.topicId())
        .compose(
            board ->
                access
                    .viewers(members)
                    .map(
                        viewers ->
                            viewers.stream()
                                .filter(viewer -> PostPolicy.maySee(viewer, board.orElseThrow()))
                                .map(Viewer::signedIn)
                                .toList()));
  }

  /** The post may have been deleted or moved since, or the member may see less. */
  @Override
  public Future<Optional<String>> objection(long memberId, JsonObject data) {
    if (!data.containsKey("topicId")) {
      return Future.succeededFuture(Optional.empty()); // of a time when all could see everything
    }
    return access
        .viewer(memberId)
        .compose(
            viewer ->
                board(data)
                    .map(
                        board ->
                            board.isPresent()
                                    && viewer.isPresent()
                                    && PostPolicy.maySee(viewer.get(), board.get())
                                ? Optional.empty()
                                : Optional.of("The member may not see the post.")));
  }

  private Future<Optional<Long>> board(JsonObject data) {
    var replyId = data.getLong("replyId");
    return replyId == 0
        ? topics.boardOf(database.client(), data.getLong("topicId"))
        : replies
            .find(database.client(), replyId)
            .map(reply -> reply.map(ReplyRepository.ReplyRow::boardId));
  }

  private Future<Void> tell(
      SqlClient tx, Post post, Member author, Rendered text, List<Member> members) {
    var mails = members.stream().map(member -> mail(post, author, text, member)).toList();
    return mentions.add(tx, post, members, clock.instant()).compose(added -> outbox.add(tx, mails));
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
            .put("link", siteUrl + post.path())
            .put("topicId", post.topicId())
            .put("replyId", post.replyId()),
        author.id());
  }

  /** After the commit. */
  void wake(Rendered text) {
    if (!text.mentioned().isEmpty()) {
      outbox.wake();
    }
  }
}
