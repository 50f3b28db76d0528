package parley.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.Nullable;
import parley.member.VerifiedMembers;
import parley.post.Draft;
import parley.post.PostState;
import parley.post.PostedTopic;
import parley.post.WritingPart;

/** Refuses posts of members who must verify their address first. */
final class VerifiedAuthors implements WritingPart {

  private final VerifiedMembers verified;

  VerifiedAuthors(VerifiedMembers verified) {
    this.verified = verified;
  }

  @Override
  public Future<PostState> decide(SqlClient tx, Draft draft, @Nullable PostedTopic topic) {
    return verified.require(draft.author()).map(PostState.SHOWN);
  }
}
