package parley.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of an account, as administrators see it. */
enum MemberState {
  ACTIVE,
  /** The e-mail address has not been confirmed. */
  UNVERIFIED,
  /** The account was erased; what it wrote is left. */
  ERASED;

  /** The name in requests. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MemberState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
