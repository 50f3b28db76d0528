package parley.image;

import java.nio.ByteBuffer;

/**
 * Checks the head of a VP8L stream (RFC 9649, 3) before decoding. A few bytes can cause any amount
 * of work by repeating a transform, which the format forbids but the decoder accepts, or need
 * hundreds of megabytes for code tables. The data after the head costs only one pass.
 */
final class LosslessWebp {

  private static final int SIGNATURE = 0x2f;

  private static final int PREDICTOR = 0;
  private static final int COLOUR = 1;
  private static final int SUBTRACT_GREEN = 2;

  private static final int LITERALS = 256;
  private static final int LENGTHS = 24;
  private static final int DISTANCES = 40;
  private static final int CACHE_BITS = 11;

  /** The decoder's memory for the five codes of a group, in addition to eight bytes a symbol. */
  private static final int GROUP_BYTES = 5 * 1200;

  private static final int CODES_BYTES = 16 * 1024 * 1024;

  private final BitReader bits;

  private LosslessWebp(ByteBuffer stream) {
    this.bits = new BitReader(stream);
  }

  record Size(int width, int height) {}

  /** Checks a VP8L chunk: a signature, 14 bits for each side less one, a flag, a version. */
  static Size checkPicture(ByteBuffer chunk) {
    var stream = new LosslessWebp(chunk.duplicate());
    if (stream.bits.read(8) != SIGNATURE) {
      throw Refusal.cutOff();
    }
    var size = new Size(1 + stream.bits.read(14), 1 + stream.bits.read(14));
    PictureLimits.check(size.width, size.height, PictureLimits.PIXELS_KEPT_WHOLE);
    stream.bits.read(1 + 3);
    stream.checkHead(size.width, size.height);
    return size;
  }

  /** Checks an ALPH chunk: a byte of flags, then, if they say so, a stream without a header. */
  static void checkAlpha(ByteBuffer chunk, int width, int height) {
    PictureLimits.check(width, height, PictureLimits.PIXELS_KEPT_WHOLE);
    ByteBuffer data = chunk.duplicate();
    int compression = data.get() & 0x03;
    if (compression != 0) {
      new LosslessWebp(data).checkHead(width, height);
    }
  }

  private void checkHead(int width, int height) {
    int codedWidth = checkTransforms(width, height);
    int cacheSize = cacheSize();
    int groups = 1;
    if (bits.flag()) {
      int shift = 2 + bits.read(3);
      groups += checkImage(blocks(codedWidth, shift), blocks(height, shift));
    }
    if ((long) groups * (GROUP_BYTES + 8L * cacheSize) > CODES_BYTES) {
      throw Refusal.tooComplex();
    }
  }

  /** Returns the width of the picture as coded: a small palette packs several pixels into one. */
  private int checkTransforms(int width, int height) {
    int codedWidth = width;
    int seen = 0;
    while (bits.flag()) {
      int type = bits.read(2);
      if ((seen & 1 << type) != 0) {
        throw Refusal.tooComplex();
      }
      seen |= 1 << type;
      switch (type) {
        case PREDICTOR, COLOUR -> {
          int shift = 2 + bits.read(3);
          checkImage(blocks(codedWidth, shift), blocks(height, shift));
        }
        case SUBTRACT_GREEN -> {}
        default -> {
          int colours = 1 + bits.read(8);
          checkImage(colours, 1);
          codedWidth = blocks(codedWidth, packing(colours));
        }
      }
    }
    return codedWidth;
  }

  private static int packing(int colours) {
    return colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3;
  }

  private static int blocks(int length, int shift) {
    return length + (1 << shift) - 1 >> shift;
  }

  private int cacheSize() {
    if (!bits.flag()) {
      return 0;
    }
    int sizeBits = bits.read(4);
    if (sizeBits < 1 || sizeBits > CACHE_BITS) {
      throw Refusal.cutOff();
    }
    return 1 << sizeBits;
  }

  /**
   * Reads an image within the head and returns the highest code group in it, which red and green
   * encode. Copies and the cache only repeat earlier literals.
   */
  private int checkImage(int width, int height) {
    PrefixCode green = PrefixCode.read(bits, LITERALS + LENGTHS + cacheSize());
    PrefixCode red = PrefixCode.read(bits, LITERALS);
    PrefixCode blue = PrefixCode.read(bits, LITERALS);
    PrefixCode alpha = PrefixCode.read(bits, LITERALS);
    PrefixCode distance = PrefixCode.read(bits, DISTANCES);
    int greatest = 0;
    for (int pixel = 0; pixel < width * height; pixel++) {
      int symbol = green.next(bits);
      if (symbol < LITERALS) {
        greatest = Math.max(greatest, red.next(bits) << Byte.SIZE | symbol);
        blue.next(bits);
        alpha.next(bits);
      } else if (symbol < LITERALS + LENGTHS) {
        pixel += number(symbol - LITERALS) - 1;
        number(distance.next(bits));
      }
    }
    return greatest;
  }

  /**
   * A number from 1 on: a prefix gives its magnitude, bits behind it the rest (RFC 9649, 3.6.2).
   */
  private int number(int prefix) {
    if (prefix < 4) {
      return prefix + 1;
    }
    int extraBits = prefix - 2 >> 1;
    return (2 + (prefix & 1) << extraBits) + bits.read(extraBits) + 1;
  }
}
