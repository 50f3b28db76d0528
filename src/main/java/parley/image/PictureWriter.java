package parley.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Encodes pixels without metadata. PNG keeps every pixel: it is taken where some are transparent,
 * for tiny pictures and those of few colours, which JPEG would smear, and where it takes no more
 * bytes. Photographs become JPEG.
 */
final class PictureWriter {

  /** Up to this side, in pixels, a picture takes 12 KiB at most. */
  private static final int TINY = 64;

  /** As many as a palette has. */
  private static final int FEW_COLOURS = 256;

  private static final float JPEG_QUALITY = 0.85f;

  private PictureWriter() {}

  static EncodedPicture write(BufferedImage argb) throws IOException {
    if (isTransparent(argb)) {
      return EncodedPicture.png(encode("png", argb));
    }
    BufferedImage rgb = opaque(argb);
    byte[] png = encode("png", rgb);
    if (rgb.getWidth() <= TINY || hasFewColours(rgb)) {
      return EncodedPicture.png(png);
    }
    byte[] jpeg = encode("jpeg", rgb);
    return png.length <= jpeg.length ? EncodedPicture.png(png) : EncodedPicture.jpeg(jpeg);
  }

  private static boolean isTransparent(BufferedImage argb) {
    int[] pixels = argb.getRGB(0, 0, argb.getWidth(), argb.getHeight(), null, 0, argb.getWidth());
    return Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 != 0xff);
  }

  private static boolean hasFewColours(BufferedImage rgb) {
    int[] pixels = rgb.getRGB(0, 0, rgb.getWidth(), rgb.getHeight(), null, 0, rgb.getWidth());
    return Arrays.stream(pixels).distinct().limit(FEW_COLOURS + 1L).count() <= FEW_COLOURS;
  }

  private static BufferedImage opaque(BufferedImage argb) {
    var rgb = new BufferedImage(argb.getWidth(), argb.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = rgb.createGraphics();
    canvas.drawImage(argb, 0, 0, null);
    canvas.dispose();
    return rgb;
  }

  private static byte[] encode(String format, BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    // Created directly, because ImageIO's factory would use a temporary file.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
