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
import parley.mail.MailWish;
import parley.mail.NewMail;
import parley.mail.Outbox;
import parley.member.Member;
import parley.post.Draft;
import parley.post.PostState;
import parley.post.WritingPart;
import parley.post.Written;
import parley.rendering.Rendered;
import parley.rendering.RenderedTable;
import parley.rendering.RenderingService;

/**
 * Notifies members whom a post mentions: once for each post, also if an edit adds the mention, but
 * never the author, and never about a post that the member may not see.
 */
final class Mentions implements WritingPart {

  /** The post that mentions: reply and floor are 0 for a topic's own text. */
  record Post(long topicId, String title, long replyId, long floor) {

    private String path() {
      return "/topic/" + topicId + (floor == 0 ? "" : "?floor=" + floor + "#floor-" + floor);
    }
  }

  /** The texts of topics. */
  static final RenderedTable TOPICS = new RenderedTable("topic", true);

  /** The texts of replies. */
  static final RenderedTable REPLIES = new RenderedTable("reply", true);

  /** The word of the mails, in the database and in links. */
  static final String KIND = "mention";

  private final MailKind kind;
  private final AccessService access;
  private final RenderingService rendering;
  private final Outbox outbox;
  private final String siteUrl;
  private final Clock clock;
  private final MentionRepository mentions = new MentionRepository();
  private final TopicRepository topics = new TopicRepository();

  Mentions(
      MailKind kind,
      AccessService access,
      RenderingService rendering,
      Outbox outbox,
      String siteUrl,
      Clock clock) {
    this.kind = kind;
    this.access = access;
    this.rendering = rendering;
    this.outbox = outbox;
    this.siteUrl = siteUrl;
    this.clock = clock;
  }

  /**
   * Data: {@code username}, {@code author}, {@code title}, {@code html}, {@code link}, and for the
   * check {@code topicId} and {@code replyId}.
   */
  static MailKind kind(MentionSettings settings, MailWish wish, MailCheck check) {
    return MailKind.of(KIND, Mentions.class)
        .toVerifiedAddresses()
        .atMost(settings.perHour(), settings.causedPerHour())
        .switchedOffBy(wish)
        .checkedBy(check)
        .quotingPost();
  }

  @Override
  public Future<Void> written(SqlClient tx, Draft draft, Written written) {
    var topic = written.topic();
    var replyId = written.isReply() ? written.id() : 0;
    var post = new Post(topic.id(), topic.title(), replyId, written.floor());
    return written.state() == PostState.SHOWN
        ? tell(tx, post, draft.author(), draft.text())
        : saveNames(tx, post, draft.text());
  }

  @Override
  public void committed(Draft draft, Written written) {
    wake(draft.text());
  }

  private Future<Void> saveNames(SqlClient tx, Post post, Rendered text) {
    return post.replyId() == 0
        ? rendering.saveNames(tx, TOPICS, post.topicId(), text)
        : rendering.saveNames(tx, REPLIES, post.replyId(), text);
  }

  /** In the transaction that writes the post. */
  Future<Void> tell(SqlClient tx, Post post, Member author, Rendered text) {
    return saveNames(tx, post, text).compose(saved -> tellMentioned(tx, post, author, text));
  }

  private Future<Void> tellMentioned(SqlClient tx, Post post, Member author, Rendered text) {
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
        .compose(board -> access.viewers(members).map(viewers -> readers(viewers, board)));
  }

  private static List<Member> readers(List<Viewer> viewers, Optional<Long> board) {
    return viewers.stream()
        .filter(viewer -> board.filter(id -> PostPolicy.maySee(viewer, id)).isPresent())
        .map(Viewer::signedIn)
        .toList();
  }

  private Future<Void> tell(
      SqlClient tx, Post post, Member author, Rendered text, List<Member> members) {
    var mails = members.stream().map(member -> mail(post, author, text, member)).toList();
    return mentions.add(tx, post, members, clock.instant()).compose(added -> outbox.add(tx, mails));
  }

  private NewMail mail(Post post, Member author, Rendered text, Member member) {
    return new NewMail(
        kind,
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
