package parley.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Small pictures of every format. The common motif is 96 by 64 pixels: a square of red, green, blue
 * and white quarters, read from the top left, between bands of magenta that cropping takes away.
 */
final class Samples {

  static final int WIDTH = 96;
  static final int HEIGHT = 64;

  private Samples() {}

  /** Where the type has transparency, the last quarter is transparent instead of white. */
  static BufferedImage motif(int type) {
    var image = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D canvas = image.createGraphics();
    fill(canvas, Color.MAGENTA, 0, 0, WIDTH, HEIGHT);
    fill(canvas, Color.RED, 16, 0, 32, 32);
    fill(canvas, Color.GREEN, 48, 0, 32, 32);
    fill(canvas, Color.BLUE, 16, 32, 32, 32);
    if (image.getColorModel().hasAlpha()) {
      canvas.setComposite(AlphaComposite.Clear);
    }
    fill(canvas, Color.WHITE, 48, 32, 32, 32);
    canvas.dispose();
    return image;
  }

  static BufferedImage enlargedMotif(int times) {
    var large = new BufferedImage(WIDTH * times, HEIGHT * times, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = large.createGraphics();
    canvas.scale(times, times);
    canvas.drawImage(motif(BufferedImage.TYPE_INT_RGB), 0, 0, null);
    canvas.dispose();
    return large;
  }

  static byte[] png() {
    return encode("png", motif(BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] interlacedPng() {
    return encode("png", motif(BufferedImage.TYPE_INT_RGB), true);
  }

  static byte[] jpeg() {
    return encode("jpeg", motif(BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] progressiveJpeg() {
    return encode("jpeg", motif(BufferedImage.TYPE_INT_RGB), true);
  }

  static byte[] gif() {
    return encode("gif", motif(BufferedImage.TYPE_INT_ARGB), false);
  }

  /** One of the files that {@code src/test/resources/parley/image/README.md} describes. */
  static byte[] webp(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name + ".webp")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(String format, BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void fill(Graphics2D canvas, Color colour, int x, int y, int width, int height) {
    canvas.setColor(colour);
    canvas.fillRect(x, y, width, height);
  }
}
