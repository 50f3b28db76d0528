package parley.account;

import parley.member.Member;
import parley.text.Folding;
import parley.text.Language;
import parley.text.Text;

/** A member's changes to the profile; null for fields that stay unchanged. */
record ProfileChange(
    String username, String email, String signature, Language language, Boolean mentionMails) {

  /** Whether the address changes, and not only its spelling. */
  boolean moves(Member member) {
    return email != null && !Folding.key(email).equals(Folding.key(member.email()));
  }

  ProfileChange checked() {
    var text = new Text();
    var checked =
        new ProfileChange(
            AccountRules.username(text, username),
            AccountRules.email(text, email),
            AccountRules.signature(text, signature),
            language,
            mentionMails);
    text.check();
    return checked;
  }
}
