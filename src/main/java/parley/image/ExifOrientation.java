package parley.image;

import java.nio.ByteBuffer;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads the orientation of a picture from Exif data. */
final class ExifOrientation {

  /** The prefix of Exif data in a JPEG; PNG and WebP omit it. */
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /** Invalid Exif data is ignored: the picture is shown as it is stored. */
  static Orientation of(ByteBuffer exif) {
    try {
      Orientation orientation = ExifUtils.getOrientationFromExif(prefixed(exif));
      return orientation == null ? Orientation.TOP_LEFT : orientation;
    } catch (RuntimeException nonsense) {
      return Orientation.TOP_LEFT;
    }
  }

  private static byte[] prefixed(ByteBuffer exif) {
    ByteBuffer prefix = ByteBuffer.wrap(PREFIX);
    boolean there = prefix.mismatch(exif.slice()) == PREFIX.length;
    ByteBuffer whole = ByteBuffer.allocate(PREFIX.length + exif.remaining());
    if (!there) {
      whole.put(prefix);
    }
    return whole.put(exif.slice()).array();
  }
}
