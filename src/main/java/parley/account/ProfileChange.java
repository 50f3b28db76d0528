package parley.account;

import parley.text.Text;

/** What a member wants to have changed; null where it stays. */
record ProfileChange(String username, String email, String signature) {

  ProfileChange checked() {
    var text = new Text();
    var checked =
        new ProfileChange(
            AccountRules.username(text, username),
            AccountRules.email(text, email),
            AccountRules.signature(text, signature));
    text.check();
    return checked;
  }
}
