package parley.audit;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.text.Digests;

/**
 * The key under which a client may send a request for an act again, as its entry in the log has it.
 *
 * @param key a digest of the key, as hexadecimal digits
 * @param request a digest of what was sent: the same key with something else is a fault
 */
public record RepeatedAct(String key, String request) {

  /** The name among the details of an act. */
  static final String DETAIL = "request";

  private static final int DIGITS = 32;

  /**
   * @param header {@code Idempotency-Key} as the client sent it; null for none
   * @param request what was sent
   * @return null without a header
   */
  public static @Nullable RepeatedAct of(@Nullable String header, Record request) {
    return header == null
        ? null
        : new RepeatedAct(
            digest(header.toLowerCase(Locale.ROOT)), digest(JsonObject.mapFrom(request).encode()));
  }

  private static String digest(String text) {
    var bytes = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
  }

  /** As it is among the details. */
  String detail() {
    return key + ":" + request;
  }

  /** Matches the details of all acts under this key. */
  String pattern() {
    return "%\"" + DETAIL + "\":\"" + key + ":%";
  }
}
