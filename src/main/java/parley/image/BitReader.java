package parley.image;

import java.nio.ByteBuffer;

/** Reads bits, lowest first, as VP8L packs them; the end of the data is a failure. */
final class BitReader {

  private final ByteBuffer data;
  private int current;
  private int left;

  BitReader(ByteBuffer data) {
    this.data = data;
  }

  /**
   * @param count at most 24
   */
  int read(int count) {
    while (left < count) {
      current |= Byte.toUnsignedInt(data.get()) << left;
      left += Byte.SIZE;
    }
    int value = current & (1 << count) - 1;
    current >>>= count;
    left -= count;
    return value;
  }

  boolean flag() {
    return read(1) == 1;
  }
}
