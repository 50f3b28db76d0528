package parley.http;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an operation: a status, a record that is sent as JSON (null for no body), and a
 * change of the session cookie.
 *
 * @param location where it is now; null but for what was moved
 * @param token the new value of the cookie; empty deletes the cookie; null leaves it unchanged
 */
public record Answer(
    int status, @Nullable Object body, @Nullable String token, @Nullable String location) {

  private static Answer of(int status, @Nullable Object body) {
    return new Answer(status, body, null, null);
  }

  /** It is at another address of this host, for good. */
  public static Answer moved(String location) {
    return new Answer(301, null, null, location);
  }

  public static Answer ok(Object body) {
    return of(200, body);
  }

  public static Answer created(Object body) {
    return of(201, body);
  }

  public static Answer accepted() {
    return of(202, null);
  }

  public static Answer noContent() {
    return of(204, null);
  }

  /** The same answer, which also sets the session cookie to this token. */
  public Answer signedIn(String token) {
    return new Answer(status, body, token, location);
  }

  /** The same answer, which also deletes the session cookie. */
  public Answer signedOut() {
    return new Answer(status, body, "", location);
  }
}
