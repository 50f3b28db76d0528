package parley.text;

import java.text.Normalizer;

/**
 * Prepares passwords by the profile OpaqueString of RFC 8265, so that one password typed on two
 * systems is the same: every space becomes U+0020, and letters are composed (NFC). Case and width
 * of letters stay.
 */
public final class OpaqueString {

  private OpaqueString() {}

  /**
   * Prepares a password. Idempotent. Control characters are not removed; they are refused when a
   * password is set.
   */
  public static String prepare(String password) {
    var spaced =
        password
            .codePoints()
            .map(point -> Character.getType(point) == Character.SPACE_SEPARATOR ? ' ' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalizer.normalize(spaced, Normalizer.Form.NFC);
  }
}
