package parley.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a mail has come. */
public enum MailState {
  /** Waits for its first attempt or its next. */
  QUEUED,
  /** Is being handed over, under a claim that ends with its lease. */
  SENDING,
  SENT,
  /** Refused for good, or for too long. */
  FAILED,
  /** Not to be sent, for a reason that stands beside it. */
  SKIPPED;

  /** The name on the wire and in the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for any other word
   */
  public static MailState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no state of a mail"));
  }
}
