package parley.post;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.text.Digests;

/**
 * The key under which a client may send a post again: it is stored with the post, and unique for
 * its author.
 *
 * @param key a UUID
 * @param digest of what was sent: the same key with something else is a fault
 */
public record RequestKey(String key, Buffer digest) {

  /**
   * The key of a request.
   *
   * @param header as the client sent it, in either case; null for none
   * @param request what was sent
   * @return null without a header
   */
  public static @Nullable RequestKey of(@Nullable String header, String request) {
    return header == null
        ? null
        : new RequestKey(
            header.toLowerCase(Locale.ROOT),
            Buffer.buffer(Digests.sha256(request.getBytes(StandardCharsets.UTF_8))));
  }
}
