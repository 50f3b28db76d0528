package parley.topic;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Set;
import parley.mail.MailWish;
import parley.member.MemberService;

/** Whether members want to be told by mail that a post mentions them. */
final class MentionWish implements MailWish {

  private final MemberService members;

  MentionWish(MemberService members) {
    this.members = members;
  }

  @Override
  public String word() {
    return Mentions.KIND;
  }

  @Override
  public Future<Set<Long>> unwilling(Collection<Long> memberIds) {
    return members.withoutMentionMails(memberIds);
  }

  @Override
  public Future<Void> switchOff(long memberId) {
    return members.setMentionMails(memberId, false);
  }

  /** Mentions were the only mails that could be switched off when links named no wish. */
  @Override
  public boolean isOfUnnamedLinks() {
    return true;
  }
}
