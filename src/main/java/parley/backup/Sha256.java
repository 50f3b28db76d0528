package parley.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as backups write it: 64 hexadecimal digits in lower case. */
final class Sha256 {

  static final int DIGITS = 64;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the digest and resets it. */
  static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of the rest of the stream. */
  static String of(InputStream stream) throws IOException {
    var digest = digest();
    new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
    return text(digest);
  }

  /** Adds the bytes only to the digest. */
  static OutputStream into(MessageDigest digest) {
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }
}
