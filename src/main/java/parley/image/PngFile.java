package parley.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * PNG (W3C Portable Network Graphics, third edition): chunks of length, type, data and checksum.
 * Only chunks with pixels are kept. Text, whose data can decompress to any size, is removed, and so
 * are further frames of an animation. A colour profile is read apart, up to its limit.
 */
final class PngFile {

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504c5445;
  private static final int TRNS = 0x74524e53;
  private static final int IDAT = 0x49444154;
  private static final int EXIF = 0x65584966;
  private static final int ICCP = 0x69434350;
  private static final int IEND = 0x49454e44;

  private PngFile() {}

  static BarePicture strip(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE_BYTES);
    if (in.getInt(SIGNATURE_BYTES + 4) != IHDR) {
      throw Refusal.notAPicture("it has no header");
    }
    int width = in.getInt(SIGNATURE_BYTES + 8);
    int height = in.getInt(SIGNATURE_BYTES + 12);
    PictureLimits.check(width, height, PictureLimits.PIXELS);

    var bare = new ByteArrayOutputStream(file.length);
    bare.write(file, 0, SIGNATURE_BYTES);
    Orientation orientation = Orientation.TOP_LEFT;
    Optional<ColourProfile> profile = Optional.empty();
    int type;
    do {
      int start = in.position();
      int length = in.getInt();
      type = in.getInt();
      ByteBuffer data = in.slice(in.position(), length);
      in.position(in.position() + length + CHECKSUM_BYTES);
      switch (type) {
        case IHDR, PLTE, TRNS, IDAT, IEND -> bare.write(file, start, in.position() - start);
        case EXIF -> orientation = ExifOrientation.of(data);
        case ICCP -> profile = ColourProfile.compressed(data);
        default -> {}
      }
    } while (type != IEND);
    return new BarePicture(
        PictureFormat.PNG, width, height, orientation, profile, bare.toByteArray());
  }
}
