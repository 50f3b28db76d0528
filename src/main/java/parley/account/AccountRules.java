package parley.account;

import java.nio.charset.StandardCharsets;
import org.jetbrains.annotations.Contract;
import org.jspecify.annotations.Nullable;
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

  @Contract("_, !null -> !null")
  static @Nullable String username(Text text, @Nullable String value) {
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
  @Contract("_, !null -> !null")
  static @Nullable String email(Text text, @Nullable String value) {
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

  @Contract("_, _, !null -> !null")
  static @Nullable String password(Text text, String field, @Nullable String value) {
    var prepared = value == null ? null : OpaqueString.prepare(value);
    return text.secret(field, prepared, PASSWORD_MIN, PASSWORD_MAX);
  }

  @Contract("_, !null -> !null")
  static @Nullable String signature(Text text, @Nullable String value) {
    return text.lines("signature", value, 0, SIGNATURE_MAX);
  }
}
