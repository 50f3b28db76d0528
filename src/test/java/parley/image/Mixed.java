package parley.image;

import java.util.Random;

/** The pixels of {@code mixed.webp}: a gradient, noise and stripes, side by side. */
final class Mixed {

  static final int WIDTH = 160;
  static final int HEIGHT = 128;

  private Mixed() {}

  /** All pixels by row and column, as {@code 0xrrggbb}. */
  static int[][] pixels() {
    var random = new Random(4);
    int[][] pixels = new int[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels[y][x] = pixel(x, y, random);
      }
    }
    return pixels;
  }

  private static int pixel(int x, int y, Random random) {
    if (x < 64) {
      return x * 3 << 16 | y * 2 << 8 | x;
    }
    return x < 112 ? random.nextInt(64) * 0x010203 : y % 7 * 0x203010;
  }
}
