package parley.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The delivery status of a mail. */
public enum MailState {
  /** Waiting for the first or next attempt. */
  QUEUED,
  /** Being sent, under a claim that ends with its lease. */
  SENDING,
  SENT,
  /** Refused permanently, or failing for too long. */
  FAILED,
  /** Must not be sent; the reason is stored with the mail. */
  SKIPPED;

  /** The name in requests and in the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state with this name, in lower case.
   *
   * @throws IllegalArgumentException for any other name
   */
  public static MailState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not a state of a mail"));
  }
}
