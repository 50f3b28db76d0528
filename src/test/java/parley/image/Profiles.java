package parley.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** ICC profiles (ICC.1), and files that have them. */
final class Profiles {

  private static final int HEADER_BYTES = 128;

  private Profiles() {}

  /** Display P3: its primaries, adapted to D50, and the curve of sRGB. */
  static byte[] displayP3() {
    return matrix(
        new double[][] {
          {0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}
        },
        2.4,
        1 / 1.055,
        0.055 / 1.055,
        1 / 12.92,
        0.04045);
  }

  /** Adobe RGB (1998). */
  static byte[] adobeRgb() {
    return matrix(
        new double[][] {
          {0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}
        },
        2.19922);
  }

  /** Grey with light in proportion to the numbers. */
  static byte[] linearGrey() {
    return profile("GRAY", List.of("wtpt", "kTRC"), List.of(xyz(0.9642, 1, 0.8249), curve(1.0)));
  }

  /** That of Java, with light in proportion to the numbers. */
  static byte[] linearRgb() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  private static byte[] matrix(double[][] primaries, double... curve) {
    var data = new ArrayList<byte[]>();
    data.add(xyz(0.9642, 1, 0.8249));
    for (double[] primary : primaries) {
      data.add(xyz(primary));
    }
    for (int i = 0; i < primaries.length; i++) {
      data.add(curve(curve));
    }
    return profile("RGB ", List.of("wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"), data);
  }

  static byte[] profile(String space, List<String> tags, List<byte[]> data) {
    int start = HEADER_BYTES + 4 + 12 * tags.size();
    int length = start + data.stream().mapToInt(part -> part.length).sum();
    ByteBuffer icc = ByteBuffer.allocate(length);
    icc.putInt(0, length).putInt(8, 0x04300000);
    put(icc, 12, "mntr" + space + "XYZ ");
    put(icc, 36, "acsp");
    icc.putInt(68, fixed(0.9642)).putInt(72, fixed(1)).putInt(76, fixed(0.8249));
    icc.putInt(HEADER_BYTES, tags.size());
    int at = start;
    for (int i = 0; i < tags.size(); i++) {
      int entry = HEADER_BYTES + 4 + 12 * i;
      put(icc, entry, tags.get(i));
      icc.putInt(entry + 4, at).putInt(entry + 8, data.get(i).length);
      icc.put(at, data.get(i));
      at += data.get(i).length;
    }
    return icc.array();
  }

  static byte[] xyz(double... values) {
    ByteBuffer tag = ByteBuffer.allocate(20);
    put(tag, 0, "XYZ ");
    for (int i = 0; i < values.length; i++) {
      tag.putInt(8 + 4 * i, fixed(values[i]));
    }
    return tag.array();
  }

  /** A parametric curve: an exponent alone, or that and four more numbers. */
  static byte[] curve(double... numbers) {
    ByteBuffer tag = ByteBuffer.allocate(12 + 4 * numbers.length);
    put(tag, 0, "para");
    tag.putShort(8, (short) (numbers.length == 1 ? 0 : 3));
    for (int i = 0; i < numbers.length; i++) {
      tag.putInt(12 + 4 * i, fixed(numbers[i]));
    }
    return tag.array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static void put(ByteBuffer to, int at, String text) {
    to.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] inPng(byte[] png, byte[] icc) {
    var deflater = new Deflater();
    deflater.setInput(icc);
    deflater.finish();
    byte[] compressed = new byte[icc.length + 100];
    int length = deflater.deflate(compressed);
    deflater.end();
    byte[] data =
        ByteBuffer.allocate(5 + length)
            .put(Bytes.ascii("icc\0\0"))
            .put(compressed, 0, length)
            .array();
    return Bytes.withPngChunk(png, "iCCP", data);
  }

  /** In so many segments. */
  static byte[] inJpeg(byte[] jpeg, byte[] icc, int parts) {
    byte[] file = jpeg;
    int size = (icc.length + parts - 1) / parts;
    for (int part = parts; part >= 1; part--) { // each is put before those that are there
      int from = (part - 1) * size;
      byte[] piece = java.util.Arrays.copyOfRange(icc, from, Math.min(from + size, icc.length));
      byte[] prefix =
          Bytes.concat(Bytes.ascii("ICC_PROFILE\0"), new byte[] {(byte) part, (byte) parts});
      file = Bytes.withJpegSegment(file, 0xe2, Bytes.concat(prefix, piece));
    }
    return file;
  }

  /** Puts a plain WebP of lossless pixels into the extended form with a profile. */
  static byte[] inWebp(byte[] webp, int width, int height, byte[] icc) {
    int padded = icc.length + (icc.length & 1);
    byte[] pixels = java.util.Arrays.copyOfRange(webp, 12, webp.length);
    ByteBuffer file =
        ByteBuffer.allocate(12 + 18 + 8 + padded + pixels.length)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
    file.put(Bytes.ascii("RIFF")).putInt(file.capacity() - 8).put(Bytes.ascii("WEBP"));
    file.put(Bytes.ascii("VP8X")).putInt(10).putInt(0x20);
    file.put((byte) (width - 1)).putShort((short) 0).put((byte) (height - 1)).putShort((short) 0);
    file.put(Bytes.ascii("ICCP")).putInt(icc.length).put(icc).position(12 + 18 + 8 + padded);
    return file.put(pixels).array();
  }
}
