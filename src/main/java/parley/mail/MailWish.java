package parley.mail;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Set;

/**
 * Whether members want mails of one or several kinds. The feature that sends such mails keeps it
 * and answers here. The words are beside the kind's: {@code <word>.unsubscribe} for the link in a
 * mail, {@code <word>.question} and {@code <word>.stopped} for the page that it leads to.
 */
public interface MailWish {

  /** Its name in links and words; never changed, because links never expire. */
  String word();

  /**
   * Of these members, those who do not want such mails. Asked once for all mails that are about to
   * be sent together.
   */
  Future<Set<Long>> unwilling(Collection<Long> memberIds);

  /** Stops such mails to a member; one who does not exist any more is no failure. */
  Future<Void> switchOff(long memberId);

  /**
   * Whether the links of mails that were sent before links named a wish are meant for this one. At
   * most one wish answers so.
   */
  default boolean isOfUnnamedLinks() {
    return false;
  }
}
