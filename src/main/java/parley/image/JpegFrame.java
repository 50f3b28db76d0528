package parley.image;

import java.nio.ByteBuffer;

/**
 * The content of a JPEG's frame header (ITU-T T.81, B.2.2).
 *
 * @param sampleCount the samples of all components together, fewer than three a pixel where colour
 *     is stored more coarsely than brightness
 */
record JpegFrame(int width, int height, int components, long sampleCount, boolean progressive) {

  private static final int PROGRESSIVE = 0xc2;
  private static final int COEFFICIENT_BYTES = 2;

  /** libjpeg keeps every coefficient, outside the heap, if a picture has more than one scan. */
  private static final long COEFFICIENTS_KEPT_BYTES = 64L * 1024 * 1024;

  /**
   * @param in behind the segment's length
   */
  static JpegFrame read(int marker, ByteBuffer in) {
    in.get(); // bits a sample
    int height = Short.toUnsignedInt(in.getShort());
    int width = Short.toUnsignedInt(in.getShort());
    PictureLimits.check(width, height, PictureLimits.PIXELS);
    int components = Byte.toUnsignedInt(in.get());
    if (components == 4) {
      throw Refusal.notAPicture("its colours are for print; please save it as RGB");
    }
    int[] horizontal = new int[components];
    int[] vertical = new int[components];
    int widest = 1;
    int highest = 1;
    for (int i = 0; i < components; i++) {
      in.get(); // the component's name
      int factors = in.get();
      in.get(); // its quantisation table
      horizontal[i] = factors >> 4 & 0x0f;
      vertical[i] = factors & 0x0f;
      widest = Math.max(widest, horizontal[i]);
      highest = Math.max(highest, vertical[i]);
    }
    long samples = 0;
    for (int i = 0; i < components; i++) {
      samples += (long) share(width, horizontal[i], widest) * share(height, vertical[i], highest);
    }
    return new JpegFrame(width, height, components, samples, marker == PROGRESSIVE);
  }

  private static int share(int length, int factor, int greatestFactor) {
    return (length * factor + greatestFactor - 1) / greatestFactor;
  }

  /**
   * @param componentsInFirstScan fewer than all of them means that more scans follow
   */
  void checkMemory(int componentsInFirstScan) {
    boolean severalScans = progressive || componentsInFirstScan < components;
    if (severalScans && sampleCount * COEFFICIENT_BYTES > COEFFICIENTS_KEPT_BYTES) {
      throw Refusal.tooManyPixels(width, height);
    }
  }
}
