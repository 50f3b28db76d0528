package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.mail.MailCheck;
import parley.store.Database;

/**
 * Stops a mail about a mention if the post was deleted after the mail was queued, or if the member
 * may no longer see it.
 */
final class MentionCheck implements MailCheck {

  private final Database database;
  private final AccessService access;
  private final TopicRepository topics = new TopicRepository();
  private final ReplyRepository replies = new ReplyRepository();

  MentionCheck(Database database, AccessService access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public Future<Optional<String>> objection(long memberId, JsonObject data) {
    if (!data.containsKey("topicId")) {
      return Future.succeededFuture(Optional.empty()); // queued when everybody saw every board
    }
    return access
        .viewer(memberId)
        .compose(viewer -> board(data).map(board -> objection(viewer, board)));
  }

  private static Optional<String> objection(Optional<Viewer> viewer, Optional<Long> board) {
    return viewer.isPresent() && board.filter(id -> PostPolicy.maySee(viewer.get(), id)).isPresent()
        ? Optional.empty()
        : Optional.of("The member may not see the post.");
  }

  private Future<Optional<Long>> board(JsonObject data) {
    long replyId = data.getLong("replyId", 0L);
    return replyId == 0
        ? topics.boardOf(database.client(), data.getLong("topicId"))
        : replies
            .find(database.client(), replyId)
            .map(reply -> reply.map(ReplyRepository.ReplyRow::boardId));
  }
}
