package parley.account;

import java.nio.charset.StandardCharsets;
import parley.text.EmailAddress;
import parley.text.OpaqueString;
import parley.text.Text;
import parley.text.Usernames;

/** The rules for usernames, addresses, passwords and signatures. */
public final class AccountRules {

  public static final int PASSWORD_MIN = 8;
  public static final int PASSWORD_MAX = 200;
  public static final int SIGNATURE_MAX = 500;

  private AccountRules() {}

  static String username(Text text, String value) {
    var prepared = value == null ? null : Usernames.prepare(value);
    var username = text.line("username", prepared, Usernames.MIN_LENGTH, Usernames.MAX_LENGTH);
    text.require(
        username == null || Usernames.isValid(username),
        "username",
        "invalid",
        "Letters, digits, _ and - are allowed.");
    return username;
  }

  /** Only what can be mailed is accepted; only a mail can show whether the address works. */
  static String email(Text text, String value) {
    var email = text.line("email", value, 1, EmailAddress.MAX_OCTETS);
    if (email != null) {
      text.require(
          octets(email) <= EmailAddress.MAX_OCTETS,
          "email",
          "too_long",
          "The address is too long.");
      text.require(
          EmailAddress.parse(email).isPresent(),
          "email",
          "invalid",
          "This is not a valid e-mail address.");
    }
    return email;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static String password(Text text, String field, String value) {
    var prepared = value == null ? null : OpaqueString.prepare(value);
    return text.secret(field, prepared, PASSWORD_MIN, PASSWORD_MAX);
  }

  static String signature(Text text, String value) {
    return text.lines("signature", value, 0, SIGNATURE_MAX);
  }
}
