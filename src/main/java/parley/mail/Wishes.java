package parley.mail;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import java.util.List;

/** Asks what members wish, once a wish for all mails that were claimed together. */
final class Wishes {

  private final MailKinds kinds;

  Wishes(MailKinds kinds) {
    this.kinds = kinds;
  }

  /** The same mails, marked where the member has switched the kind off. */
  Future<List<DueMail>> ask(List<DueMail> mails) {
    var asked = Future.succeededFuture(mails);
    for (var wish : kinds.wishes()) {
      asked = asked.compose(sofar -> ask(wish, sofar));
    }
    return asked;
  }

  private Future<List<DueMail>> ask(MailWish wish, List<DueMail> mails) {
    var members =
        mails.stream().filter(mail -> isOf(wish, mail)).map(DueMail::memberId).collect(toSet());
    return members.isEmpty()
        ? Future.succeededFuture(mails)
        : wish.unwilling(members)
            .map(
                unwilling ->
                    mails.stream()
                        .map(
                            mail ->
                                isOf(wish, mail) && unwilling.contains(mail.memberId())
                                    ? mail.asUnwanted()
                                    : mail)
                        .toList());
  }

  private boolean isOf(MailWish wish, DueMail mail) {
    return kinds.find(mail.kind()).flatMap(MailKind::wish).filter(wish::equals).isPresent();
  }
}
