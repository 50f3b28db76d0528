package parley.image;

import java.util.UUID;

/**
 * A picture encoded by this program, with the name under which it is stored and served. Each has a
 * name of its own, even if another picture is the same: it may be cached without limit, and removed
 * without a look at others.
 */
public final class EncodedPicture {

  private final String name;
  private final byte[] bytes;

  private EncodedPicture(String extension, byte[] bytes) {
    this.name = UUID.randomUUID().toString().replace("-", "") + extension;
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
}
