package parley.image;

/**
 * Limits for the resources that an upload may use. The heap is small and pictures compress well, so
 * a file of a few kilobytes can contain gigabytes of pixels. All limits are checked on headers,
 * before pixels are decoded.
 */
final class PictureLimits {

  /** The largest upload, in bytes: 5 MiB. */
  static final int FILE_BYTES = 5 * 1024 * 1024;

  /** The longest side, in pixels. */
  static final int SIDE = 16_384;

  /** The largest picture, in pixels, if the decoder keeps only the current rows. */
  static final int PIXELS = 40_000_000;

  /** The largest lossy WebP picture, in pixels: its decoder takes a second for seven millions. */
  static final int PIXELS_LOSSY_WEBP = 24_000_000;

  /** The largest picture, in pixels, if the decoder keeps all of it at four bytes a pixel. */
  static final int PIXELS_KEPT_WHOLE = 12_000_000;

  private PictureLimits() {}

  /** Refuses a picture of this size, or of none, with 422. */
  static void check(int width, int height, int pixels) {
    if (width < 1 || height < 1) {
      throw Refusal.notAPicture("its size is %d by %d pixels".formatted(width, height));
    }
    if (width > SIDE || height > SIDE || (long) width * height > pixels) {
      throw Refusal.tooManyPixels(width, height);
    }
  }
}
