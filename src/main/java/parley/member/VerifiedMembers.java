package parley.member;

import io.vertx.core.Future;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/**
 * Whether members must verify their e-mail address before they post, write messages or upload.
 * Moderators may do so in any case.
 */
public final class VerifiedMembers {

  private final boolean demanded;
  private final MemberService members;

  /**
   * @param demanded false if no member must
   */
  public VerifiedMembers(boolean demanded, MemberService members) {
    this.demanded = demanded;
    this.members = members;
  }

  /**
   * Fails with VERIFICATION_NEEDED if the member must verify the address first. Reads an unverified
   * member again, who may have verified it meanwhile.
   */
  public Future<Void> require(Member member) {
    return may(member)
        ? Future.succeededFuture()
        : members
            .find(member.id())
            .compose(
                now ->
                    now.filter(this::may).isPresent()
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                            ForumException.of(
                                Kind.VERIFICATION_NEEDED,
                                "Please verify your e-mail address first.")));
  }

  private boolean may(Member member) {
    return !demanded || member.emailVerified() || member.role().moderates();
  }
}
