package parley.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The ICC profile of a picture, which says what its numbers mean as colours. Avatars are stored
 * without a profile, which means sRGB, so their pixels are converted.
 *
 * <p>Only profiles of screens and cameras are used: a matrix and curves for red, green and blue, or
 * a curve for grey, at most 32 KiB. Others are for print, or describe sRGB in a complicated way;
 * such a picture is shown as if it had none, and so is one with an invalid profile.
 */
final class ColourProfile {

  /** The largest profile, in bytes. Profiles of screens take 500 bytes to 5 KiB. */
  static final int BYTES = 32 * 1024;

  private static final int HEADER_BYTES = 128;
  private static final int TAG_BYTES = 12;
  private static final int TAGS = 100;
  private static final int COLOUR_SPACE = 16;
  private static final int SIGNATURE = 36;

  private static final Set<String> RGB = Set.of("rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");
  private static final Set<String> GREY = Set.of("kTRC");

  private final ICC_Profile profile;

  private ColourProfile(ICC_Profile profile) {
    this.profile = profile;
  }

  /** Reads a profile; empty where it is not used. */
  static Optional<ColourProfile> of(byte[] icc) {
    try {
      return isUsed(ByteBuffer.wrap(icc))
          ? Optional.of(new ColourProfile(ICC_Profile.getInstance(icc)))
          : Optional.empty();
    } catch (RuntimeException nonsense) {
      return Optional.empty();
    }
  }

  /** The profile of a PNG: a name, the method of compression, and the compressed profile. */
  static Optional<ColourProfile> compressed(ByteBuffer chunk) {
    while (chunk.hasRemaining() && chunk.get() != 0) {
      // the name
    }
    if (!chunk.hasRemaining() || chunk.get() != 0) {
      return Optional.empty();
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(chunk);
      byte[] part = new byte[BYTES + 1];
      var icc = new ByteArrayOutputStream();
      int count;
      while (icc.size() <= BYTES && (count = inflater.inflate(part)) > 0) {
        icc.write(part, 0, count);
      }
      return of(icc.toByteArray());
    } catch (DataFormatException damage) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static boolean isUsed(ByteBuffer icc) {
    if (icc.limit() > BYTES
        || icc.getInt(0) != icc.limit()
        || !word(icc, SIGNATURE).equals("acsp")) {
      return false;
    }
    int count = icc.getInt(HEADER_BYTES);
    if (count < 0 || count > TAGS) {
      return false;
    }
    var tags = new TreeSet<String>();
    for (int i = 0; i < count; i++) {
      int at = HEADER_BYTES + 4 + i * TAG_BYTES;
      tags.add(word(icc, at));
      icc.slice(icc.getInt(at + 4), icc.getInt(at + 8)); // fails where it is outside
    }
    return tags.stream().noneMatch(tag -> tag.startsWith("A2B") || tag.startsWith("D2B"))
        && switch (word(icc, COLOUR_SPACE)) {
          case "RGB " -> tags.containsAll(RGB);
          case "GRAY" -> tags.containsAll(GREY);
          default -> false;
        };
  }

  private static String word(ByteBuffer icc, int at) {
    byte[] letters = new byte[4];
    icc.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  /**
   * Converts the colours of a picture to sRGB, in place.
   *
   * @param argb eight bits a sample, whose colours are those of the profile
   * @param grey whether the picture has no colours; a profile of the other kind changes nothing
   */
  void convert(BufferedImage argb, boolean grey) {
    if (grey == (profile.getColorSpaceType() == ColorSpace.TYPE_GRAY)) {
      int width = argb.getWidth();
      int height = argb.getHeight();
      int[] pixels = argb.getRGB(0, 0, width, height, null, 0, width);
      int bands = grey ? 1 : 3;
      WritableRaster from =
          Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, bands, null);
      WritableRaster to =
          Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
      from.setPixels(0, 0, width, height, samples(pixels, bands));
      ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(from, to);
      int[] converted = to.getPixels(0, 0, width, height, (int[]) null);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] =
            pixels[i] & 0xff000000
                | converted[3 * i] << 16
                | converted[3 * i + 1] << 8
                | converted[3 * i + 2];
      }
      argb.setRGB(0, 0, width, height, pixels, 0, width);
    }
  }

  private static int[] samples(int[] pixels, int bands) {
    int[] samples = new int[pixels.length * bands];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pixels[i / bands] >> 16 - 8 * (i % bands) & 0xff;
    }
    return samples;
  }
}
