package parley.account;

import org.jspecify.annotations.Nullable;
import parley.member.Member;
import parley.text.EmailAddress;
import parley.text.Folding;
import parley.text.Language;
import parley.text.Text;

/**
 * A member's changes to the profile; null for fields that stay unchanged.
 *
 * @param currentPassword confirms a new address; null where the session is confirmed already
 */
record ProfileChange(
    @Nullable String username,
    @Nullable String email,
    @Nullable String signature,
    @Nullable Language language,
    @Nullable Boolean mentionMails,
    @Nullable String currentPassword) {

  /** Whether the address changes, and not only its spelling. */
  boolean moves(Member member) {
    return email != null && !EmailAddress.key(email).equals(EmailAddress.key(member.email()));
  }

  /** Whether the name changes, and not only its spelling. */
  boolean renames(Member member) {
    return username != null && !Folding.key(username).equals(Folding.key(member.username()));
  }

  @Override
  public String toString() {
    return "ProfileChange[" + username + "]";
  }

  ProfileChange checked() {
    var text = new Text();
    var checked =
        new ProfileChange(
            AccountRules.username(text, username),
            AccountRules.email(text, email),
            AccountRules.signature(text, signature),
            language,
            mentionMails,
            currentPassword);
    text.check();
    return checked;
  }
}
