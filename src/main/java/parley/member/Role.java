package parley.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The role of a member. Each role has all permissions of the previous ones. */
public enum Role {
  MEMBER,
  /** May edit and delete posts of others. */
  MODERATOR,
  /** Administers the forum. */
  ADMIN;

  /** The name in requests and in the database. */
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
