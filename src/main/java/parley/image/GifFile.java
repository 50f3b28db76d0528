package parley.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * GIF (CompuServe, version 89a): the header, then blocks until a trailer. The header, the first
 * frame and the control block with its transparent colour are kept. The avatar is only that frame:
 * the logical screen, which may be much larger, is never drawn.
 */
final class GifFile {

  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int FRAME = 0x2c;
  private static final int TRAILER = 0x3b;

  private static final int SCREEN_FLAGS = 10;
  private static final int HEADER_BYTES = 13;

  private GifFile() {}

  static BarePicture strip(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(HEADER_BYTES);
    skipColourTable(in, file[SCREEN_FLAGS]);
    var bare = new ByteArrayOutputStream(file.length);
    bare.write(file, 0, in.position());

    int controlStart = 0;
    int controlEnd = 0;
    int start = in.position();
    int block;
    while ((block = unsigned(in)) == EXTENSION) {
      int label = unsigned(in);
      skipData(in);
      if (label == GRAPHIC_CONTROL) {
        controlStart = start;
        controlEnd = in.position();
      }
      start = in.position();
    }
    if (block != FRAME) {
      throw Refusal.notAPicture("there is no frame in it");
    }
    bare.write(file, controlStart, controlEnd - controlStart);

    in.position(in.position() + 4); // its position on the logical screen
    int width = Short.toUnsignedInt(in.getShort());
    int height = Short.toUnsignedInt(in.getShort());
    PictureLimits.check(width, height, PictureLimits.PIXELS);
    skipColourTable(in, in.get());
    in.get(); // the size of its first codes
    skipData(in);
    bare.write(file, start, in.position() - start);
    bare.write(TRAILER);
    return new BarePicture(
        PictureFormat.GIF,
        width,
        height,
        Orientation.TOP_LEFT,
        Optional.empty(),
        bare.toByteArray());
  }

  /**
   * @param flags the highest bit says whether there is a table, the lowest three bits give its size
   */
  private static void skipColourTable(ByteBuffer in, byte flags) {
    if ((flags & 0x80) != 0) {
      in.position(in.position() + 3 * (2 << (flags & 0x07)));
    }
  }

  /** Skips sub-blocks, each led by its length, up to the empty one that ends them. */
  private static void skipData(ByteBuffer in) {
    int length;
    while ((length = unsigned(in)) > 0) {
      in.position(in.position() + length);
    }
  }

  private static int unsigned(ByteBuffer in) {
    return Byte.toUnsignedInt(in.get());
  }
}
