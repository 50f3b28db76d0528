package parley.mail;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.text.Digests;

/**
 * Links that switch off what a member wishes no longer, without signing in (RFC 8058). They name
 * the member and the wish, are signed, and never expire: a mail may be read years later. Links that
 * were made when there was but one wish name none.
 */
final class UnsubscribeLinks {

  static final String PATH = "/api/mail/unsubscribe";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 8;
  private static final int SIGNATURE_BYTES = 32;

  /**
   * The content of a link.
   *
   * @param wish the word of a wish; empty in links that name none
   */
  record Subject(long memberId, String wish) {}

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

  String of(long memberId, MailWish wish) {
    return of(new Subject(memberId, wish.word()));
  }

  String of(Subject subject) {
    var text = Buffer.buffer().appendLong(subject.memberId()).appendString(subject.wish());
    var token = text.copy().appendBytes(signature(text));
    return siteUrl
        + PATH
        + "?token="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes());
  }

  /** The content of a token; empty if the signature is not valid. */
  Optional<Subject> subject(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length < ID_BYTES + SIGNATURE_BYTES) {
      return Optional.empty();
    }
    var buffer = Buffer.buffer(bytes);
    var end = bytes.length - SIGNATURE_BYTES;
    var text = buffer.getBuffer(0, end);
    return MessageDigest.isEqual(buffer.getBytes(end, bytes.length), signature(text))
        ? Optional.of(new Subject(text.getLong(0), text.getString(ID_BYTES, end)))
        : Optional.empty();
  }

  private byte[] signature(Buffer text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
