package parley.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member is trusted with. Each may do all that the ones before it may. */
public enum Role {
  MEMBER,
  /** Edits and deletes what others wrote. */
  MODERATOR,
  /** Runs the forum. */
  ADMIN;

  /** The name on the wire and in the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  public boolean moderates() {
    return compareTo(MODERATOR) >= 0;
  }
}
