package parley.account;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import parley.text.Folding;
import parley.text.Text;
import parley.text.Usernames;

/** The rules for usernames, addresses, passwords and signatures. */
public final class AccountRules {

  public static final int PASSWORD_MIN = 8;
  public static final int PASSWORD_MAX = 200;
  public static final int SIGNATURE_MAX = 500;

  /** In octets. RFC 5321, 4.5.3.1.3: a path has 256 with its angle brackets. */
  private static final int EMAIL_MAX = 254;

  /**
   * Less than RFC 5321 allows: no quoted local parts, no address literals, and none of the
   * characters with a meaning in a mail's header. Only a mail can show whether the address works.
   */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\p{Z}\\p{C}@\"<>(),:;\\\\\\[\\]]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private AccountRules() {}

  static String username(Text text, String value) {
    var username = text.line("username", value, Usernames.MIN_LENGTH, Usernames.MAX_LENGTH);
    text.require(
        username == null || Usernames.isValid(username),
        "username",
        "invalid",
        "Letters, digits, _ and - are allowed.");
    return username;
  }

  /** The folded form, which is used for lookups, must be a valid address too. */
  static String email(Text text, String value) {
    var email = text.line("email", value, 1, EMAIL_MAX);
    if (email != null) {
      text.require(octets(email) <= EMAIL_MAX, "email", "too_long", "The address is too long.");
      text.require(
          isAddress(email) && isAddress(Folding.key(email)),
          "email",
          "invalid",
          "This is not a valid e-mail address.");
    }
    return email;
  }

  private static boolean isAddress(String email) {
    return octets(email) <= EMAIL_MAX && EMAIL.matcher(email).matches();
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static String password(Text text, String field, String value) {
    return text.secret(field, value, PASSWORD_MIN, PASSWORD_MAX);
  }

  static String signature(Text text, String value) {
    return text.lines("signature", value, 0, SIGNATURE_MAX);
  }
}
