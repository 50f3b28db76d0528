package parley.account;

import parley.text.Text;

/** The data of a registration. */
record NewMember(String username, String email, String password) {

  NewMember checked() {
    var text = new Text();
    var checked =
        new NewMember(
            AccountRules.username(text, username),
            AccountRules.email(text, email),
            AccountRules.password(text, "password", password));
    text.check();
    return checked;
  }

  @Override
  public String toString() {
    return "NewMember[" + username + "]";
  }
}
