package parley.http;

import org.jspecify.annotations.Nullable;

/**
 * What an operation answers: a status, a record that becomes JSON (null for none), and what becomes
 * of the session's cookie.
 *
 * @param token set as the cookie; empty clears it; null leaves it as it is
 */
public record Answer(int status, @Nullable Object body, @Nullable String token) {

  public static Answer ok(Object body) {
    return new Answer(200, body, null);
  }

  public static Answer created(Object body) {
    return new Answer(201, body, null);
  }

  public static Answer accepted() {
    return new Answer(202, null, null);
  }

  public static Answer noContent() {
    return new Answer(204, null, null);
  }

  /** The same, with the session's token in the cookie. */
  public Answer signedIn(String token) {
    return new Answer(status, body, token);
  }

  /** The same, with the cookie gone. */
  public Answer signedOut() {
    return new Answer(status, body, "");
  }
}
