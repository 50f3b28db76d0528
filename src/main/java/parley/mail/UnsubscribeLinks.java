package parley.mail;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.text.Digests;

/**
 * Links that turn off a member's mention mails without signing in (RFC 8058). They contain the
 * member's id, are signed, and never expire, because a mail may be read years later.
 */
final class UnsubscribeLinks {

  static final String PATH = "/api/mail/unsubscribe";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 8;

  private final String siteUrl;
  private final SecretKeySpec key;

  /**
   * @param secret the server's secret; the signing key is derived from it
   */
  UnsubscribeLinks(String siteUrl, byte[] secret) {
    this.siteUrl = siteUrl;
    this.key =
        new SecretKeySpec(
            Digests.sha256(Buffer.buffer("parley.unsubscribe").appendBytes(secret).getBytes()),
            ALGORITHM);
  }

  String of(long memberId) {
    var id = Buffer.buffer().appendLong(memberId);
    var token = id.copy().appendBytes(signature(id));
    return siteUrl
        + PATH
        + "?token="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes());
  }

  /** The member id in the token; empty if the signature is not valid. */
  OptionalLong memberId(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
    if (bytes.length <= ID_BYTES) {
      return OptionalLong.empty();
    }
    var buffer = Buffer.buffer(bytes);
    var id = buffer.getBuffer(0, ID_BYTES);
    var signature = buffer.getBytes(ID_BYTES, bytes.length);
    return MessageDigest.isEqual(signature, signature(id))
        ? OptionalLong.of(id.getLong(0))
        : OptionalLong.empty();
  }

  private byte[] signature(Buffer id) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(id.getBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
