package parley.http;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an operation: a status, a record that is sent as JSON (null for no body), and a
 * change of the session cookie.
 *
 * @param token the new value of the cookie; empty deletes the cookie; null leaves it unchanged
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

  /** The same answer, which also sets the session cookie to this token. */
  public Answer signedIn(String token) {
    return new Answer(status, body, token);
  }

  /** The same answer, which also deletes the session cookie. */
  public Answer signedOut() {
    return new Answer(status, body, "");
  }
}
