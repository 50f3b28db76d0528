package parley.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * WebP (RFC 9649): RIFF chunks of a name, a length and data. The pixels and their transparency are
 * kept, for an animation only its first frame. Sizes are read from the pixel data, not from the
 * canvas, which may be wrong.
 */
final class WebpFile {

  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FRAME_HEADER_BYTES = 16;

  private static final int RIFF = name("RIFF");
  private static final int WEBP = name("WEBP");
  private static final int LOSSY = name("VP8 ");
  private static final int LOSSLESS = name("VP8L");
  private static final int EXTENDED = name("VP8X");
  private static final int ALPHA = name("ALPH");
  private static final int FRAME = name("ANMF");
  private static final int ICCP = name("ICCP");
  private static final int EXIF = name("EXIF");

  private static final int START_CODE = 0x2a019d;
  private static final int EXTENDED_BYTES = 10;
  private static final int HAS_ALPHA = 0x10;

  private WebpFile() {}

  static BarePicture strip(byte[] file) {
    ByteBuffer in = littleEndian(ByteBuffer.wrap(file));
    int length = in.getInt(4);
    Map<Integer, ByteBuffer> chunks =
        firstChunks(in.slice(RIFF_HEADER_BYTES, length + 8 - RIFF_HEADER_BYTES));
    ByteBuffer exif = chunks.get(EXIF);
    Orientation orientation = exif == null ? Orientation.TOP_LEFT : ExifOrientation.of(exif);
    Optional<ColourProfile> profile =
        Optional.ofNullable(chunks.get(ICCP)).flatMap(WebpFile::profile);
    ByteBuffer frame = chunks.get(FRAME);
    if (frame != null) {
      chunks = firstChunks(frame.position(FRAME_HEADER_BYTES).slice());
    }
    ByteBuffer lossless = chunks.get(LOSSLESS);
    return lossless == null
        ? lossy(chunks.get(LOSSY), chunks.get(ALPHA), orientation, profile)
        : lossless(lossless, orientation, profile);
  }

  private static Optional<ColourProfile> profile(ByteBuffer chunk) {
    if (chunk.capacity() > ColourProfile.BYTES) {
      return Optional.empty();
    }
    byte[] icc = new byte[chunk.capacity()];
    chunk.get(0, icc);
    return ColourProfile.of(icc);
  }

  private static Map<Integer, ByteBuffer> firstChunks(ByteBuffer in) {
    Map<Integer, ByteBuffer> chunks = new HashMap<>();
    littleEndian(in);
    while (in.remaining() >= CHUNK_HEADER_BYTES) {
      int name = in.getInt();
      int length = in.getInt();
      chunks.putIfAbsent(name, littleEndian(in.slice(in.position(), length)));
      int padded = length + (length & 1);
      in.position(Math.min(in.position() + padded, in.limit()));
    }
    return chunks;
  }

  private static BarePicture lossless(
      ByteBuffer pixels, Orientation orientation, Optional<ColourProfile> profile) {
    LosslessWebp.Size size = LosslessWebp.checkPicture(pixels);
    ByteBuffer file = file(chunkBytes(pixels));
    put(file, LOSSLESS, pixels);
    return picture(size.width(), size.height(), orientation, profile, file);
  }

  private static BarePicture lossy(
      @Nullable ByteBuffer pixels,
      @Nullable ByteBuffer alpha,
      Orientation orientation,
      Optional<ColourProfile> profile) {
    if (pixels == null) {
      throw Refusal.notAPicture("there are no pixels in it");
    }
    // RFC 6386, 9.1: three bytes of tag, three of start code, then the size in 14 bits each.
    boolean interFrame = (pixels.get(0) & 1) != 0;
    if (interFrame || (pixels.getInt(3) & 0xffffff) != START_CODE) {
      throw Refusal.cutOff();
    }
    int width = pixels.getShort(6) & 0x3fff;
    int height = pixels.getShort(8) & 0x3fff;
    PictureLimits.check(width, height, PictureLimits.PIXELS_LOSSY_WEBP);
    if (alpha == null) {
      ByteBuffer file = file(chunkBytes(pixels));
      put(file, LOSSY, pixels);
      return picture(width, height, orientation, profile, file);
    }
    LosslessWebp.checkAlpha(alpha, width, height);
    int extended = CHUNK_HEADER_BYTES + EXTENDED_BYTES;
    ByteBuffer file = file(extended + chunkBytes(alpha) + chunkBytes(pixels));
    put(file, EXTENDED, canvas(width, height));
    put(file, ALPHA, alpha);
    put(file, LOSSY, pixels);
    return picture(width, height, orientation, profile, file);
  }

  private static ByteBuffer canvas(int width, int height) {
    // The sizes take three bytes each; writing four, the last of them zero, overlaps the next.
    return littleEndian(ByteBuffer.allocate(EXTENDED_BYTES + 1))
        .putInt(0, HAS_ALPHA)
        .putInt(4, width - 1)
        .putInt(7, height - 1)
        .limit(EXTENDED_BYTES);
  }

  private static ByteBuffer file(int chunkBytes) {
    return littleEndian(ByteBuffer.allocate(RIFF_HEADER_BYTES + chunkBytes))
        .putInt(RIFF)
        .putInt(RIFF_HEADER_BYTES - 8 + chunkBytes)
        .putInt(WEBP);
  }

  private static int chunkBytes(ByteBuffer data) {
    return CHUNK_HEADER_BYTES + data.capacity() + (data.capacity() & 1);
  }

  private static void put(ByteBuffer file, int name, ByteBuffer data) {
    int length = data.limit();
    file.putInt(name).putInt(length).put(data.rewind());
    file.position(file.position() + (length & 1));
  }

  @SuppressWarnings("ByteBufferBackingArray") // file() allocated it
  private static BarePicture picture(
      int width, int height, Orientation turn, Optional<ColourProfile> profile, ByteBuffer file) {
    return new BarePicture(PictureFormat.WEBP, width, height, turn, profile, file.array());
  }

  private static ByteBuffer littleEndian(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int name(String fourLetters) {
    return fourLetters.charAt(0)
        | fourLetters.charAt(1) << 8
        | fourLetters.charAt(2) << 16
        | fourLetters.charAt(3) << 24;
  }
}
