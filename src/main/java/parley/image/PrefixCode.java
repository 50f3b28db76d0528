package parley.image;

/**
 * A canonical prefix code as VP8L writes it (RFC 9649, 3.7.2). Only complete codes are accepted, so
 * that every decoder reads the same symbols.
 */
final class PrefixCode {

  private static final int LONGEST = 15;
  private static final int[] LENGTH_CODE_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };

  /** How many symbols have a code of each length. */
  private final int[] count = new int[LONGEST + 1];

  /** Ordered by code length, then by value: the order in which codes are assigned. */
  private final int[] symbols;

  private PrefixCode(int[] lengths) {
    int used = 0;
    for (int length : lengths) {
      count[length]++;
      used += length > 0 ? 1 : 0;
    }
    count[0] = 0;
    symbols = new int[used];
    int next = 0;
    int space = 1 << LONGEST;
    for (int length = 1; length <= LONGEST; length++) {
      space -= count[length] << LONGEST - length;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          symbols[next++] = symbol;
        }
      }
    }
    if (used == 0 || (used > 1 && space != 0)) {
      throw Refusal.cutOff();
    }
  }

  static PrefixCode read(BitReader bits, int alphabet) {
    return new PrefixCode(bits.flag() ? simpleLengths(bits, alphabet) : lengths(bits, alphabet));
  }

  private static int[] simpleLengths(BitReader bits, int alphabet) {
    int[] lengths = new int[alphabet];
    boolean two = bits.flag();
    lengths[bits.read(bits.flag() ? 8 : 1)] = 1;
    if (two) {
      lengths[bits.read(8)] = 1;
    }
    return lengths;
  }

  private static int[] lengths(BitReader bits, int alphabet) {
    int[] ofLengths = new int[LENGTH_CODE_ORDER.length];
    int given = 4 + bits.read(4);
    for (int i = 0; i < given; i++) {
      ofLengths[LENGTH_CODE_ORDER[i]] = bits.read(3);
    }
    PrefixCode code = new PrefixCode(ofLengths);
    int left = bits.flag() ? 2 + bits.read(2 + 2 * bits.read(3)) : alphabet;
    int[] lengths = new int[alphabet];
    int previous = 8;
    for (int at = 0; at < alphabet && left > 0; left--) {
      int length = code.next(bits);
      if (length <= LONGEST) {
        previous = length == 0 ? previous : length;
        lengths[at++] = length;
      } else {
        int repeats =
            switch (length) {
              case 16 -> 3 + bits.read(2);
              case 17 -> 3 + bits.read(3);
              default -> 11 + bits.read(7);
            };
        for (; repeats > 0; repeats--) {
          lengths[at++] = length == 16 ? previous : 0;
        }
      }
    }
    return lengths;
  }

  /** Goes through the lengths: the codes of one length follow those of the previous one. */
  int next(BitReader bits) {
    if (symbols.length == 1) {
      return symbols[0];
    }
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= bits.read(1);
      if (code - first < count[length]) {
        return symbols[index + code - first];
      }
      index += count[length];
      first = first + count[length] << 1;
      code <<= 1;
    }
    throw new IllegalStateException("a complete code has no such gap");
  }
}
