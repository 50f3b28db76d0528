package parley.mail;

import java.util.Locale;

/** What a mail is about; names its template. */
public enum MailKind {
  /** Proves an address. Data: {@code username}, {@code link}. */
  VERIFY_ADDRESS,
  /** Sets a new password. Data: {@code username}, {@code link}, {@code minutes}. */
  RESET_PASSWORD,
  /** Tells that the password was changed. Data: {@code username}. */
  PASSWORD_CHANGED,
  /** Tells the old address that there is a new one. Data: {@code username}. */
  ADDRESS_CHANGED,
  /**
   * Tells of a mention. Data: {@code username}, {@code author}, {@code title}, {@code html}, {@code
   * link}, and {@code topicId}, {@code replyId} for whether it may still be read.
   */
  MENTION;

  /** The name in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
