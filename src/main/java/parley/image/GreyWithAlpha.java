package parley.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/**
 * Converts grey pictures with transparency to colour. Java treats their samples as linear light and
 * would brighten them when drawing, unlike grey pictures without transparency.
 */
final class GreyWithAlpha {

  private GreyWithAlpha() {}

  static boolean is(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return model.hasAlpha() && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  static BufferedImage toArgb(BufferedImage image) {
    int width = image.getWidth();
    Raster samples = image.getRaster();
    int excessBits = image.getColorModel().getComponentSize(0) - Byte.SIZE;
    var argb = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    int[] pixel = new int[2];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        samples.getPixel(x, y, pixel);
        int grey = pixel[0] >> excessBits;
        int alpha = pixel[1] >> excessBits;
        row[x] = alpha << 24 | grey << 16 | grey << 8 | grey;
      }
      argb.setRGB(0, y, width, 1, row, 0, width);
    }
    return argb;
  }
}
