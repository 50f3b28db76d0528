package parley.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture encoded by this program, with the name under which it is stored and served. The name is
 * a hash of the content, so it never refers to another picture and may be cached without limit.
 */
public final class EncodedPicture {

  /** 128 bits of the hash, which makes collisions infeasible. */
  private static final int NAME_DIGITS = 32;

  private final String name;
  private final byte[] bytes;

  private EncodedPicture(String extension, byte[] bytes) {
    this.name = sha256(bytes).substring(0, NAME_DIGITS) + extension;
    this.bytes = bytes;
  }

  static EncodedPicture png(byte[] bytes) {
    return new EncodedPicture(".png", bytes);
  }

  static EncodedPicture jpeg(byte[] bytes) {
    return new EncodedPicture(".jpg", bytes);
  }

  /** 32 hexadecimal digits and {@code .png} or {@code .jpg}. */
  public String name() {
    return name;
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
