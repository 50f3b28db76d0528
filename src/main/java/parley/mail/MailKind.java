package parley.mail;

import java.util.Locale;

/** The kind of a mail; it selects the template. */
public enum MailKind {
  /** Asks to verify an address. Data: {@code username}, {@code link}. */
  VERIFY_ADDRESS,
  /** Sets a new password. Data: {@code username}, {@code link}, {@code minutes}. */
  RESET_PASSWORD,
  /** Informs that the password was changed. Data: {@code username}. */
  PASSWORD_CHANGED,
  /** Informs the old address that the account has a new one. Data: {@code username}. */
  ADDRESS_CHANGED,
  /**
   * Informs about a mention. Data: {@code username}, {@code author}, {@code title}, {@code html},
   * {@code link}.
   */
  MENTION;

  /** The name in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
