package parley.image;

/** Writes bits, lowest first, as VP8L packs them. */
final class BitWriter {

  private final byte[] data;
  private int position;

  BitWriter(byte[] data) {
    this.data = data;
  }

  BitWriter write(int value, int count) {
    for (int i = 0; i < count; i++, position++) {
      data[position / Byte.SIZE] |= (byte) ((value >> i & 1) << position % Byte.SIZE);
    }
    return this;
  }

  int left() {
    return data.length * Byte.SIZE - position;
  }
}
