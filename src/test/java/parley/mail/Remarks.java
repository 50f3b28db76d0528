package parley.mail;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A feature's mails, as the mail platform sees them: notices, and remarks that quote a post. */
final class Remarks implements MailWish {

  static final MailKind NOTICE = MailKind.of("notice", Remarks.class);

  private final Set<Long> unwilling = new ConcurrentSkipListSet<>();
  private final List<Set<Long>> asked = new ArrayList<>();

  final MailKind kind =
      MailKind.of("remark", Remarks.class)
          .toVerifiedAddresses()
          .atMost(1000, 1000)
          .switchedOffBy(this)
          .quotingPost();

  @Override
  public String word() {
    return "remarks";
  }

  @Override
  public synchronized Future<Set<Long>> unwilling(Collection<Long> memberIds) {
    asked.add(Set.copyOf(memberIds));
    var found = new ConcurrentSkipListSet<>(memberIds);
    found.retainAll(unwilling);
    return Future.succeededFuture(found);
  }

  @Override
  public Future<Void> switchOff(long memberId) {
    unwilling.add(memberId);
    return Future.succeededFuture();
  }

  /** The members that each question was about. */
  synchronized List<Set<Long>> asked() {
    return List.copyOf(asked);
  }
}
