package parley.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Puts files together byte by byte, as somebody with bad intentions would. */
final class Bytes {

  /** Exif data of one entry, in little-endian order: hold the picture a quarter turn clockwise. */
  static final byte[] EXIF_TURN_RIGHT = {
    'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int PNG_HEADER_END = 8 + 25;

  private Bytes() {}

  static byte[] concat(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  static byte[] insert(byte[] file, int at, byte[] part) {
    return concat(Arrays.copyOf(file, at), part, Arrays.copyOfRange(file, at, file.length));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] deflated(byte[] pattern, int times) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
      for (int i = 0; i < times; i++) {
        out.write(pattern);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] pngChunk(String type, byte[] data) {
    var checksum = new CRC32();
    checksum.update(ascii(type));
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(ascii(type))
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** A PNG of one colour, whose rows are {@code rowBytes} long without their filter byte. */
  static byte[] png(
      int width, int height, int bits, int colourType, int rowBytes, byte[]... extra) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) bits)
            .put((byte) colourType)
            .array();
    return concat(
        Arrays.copyOf(Samples.png(), 8),
        pngChunk("IHDR", header),
        concat(extra),
        pngChunk("IDAT", deflated(new byte[1 + rowBytes], Math.min(height, 7_000))),
        pngChunk("IEND", new byte[0]));
  }

  static byte[] withPngChunk(byte[] png, String type, byte[] data) {
    return insert(png, PNG_HEADER_END, pngChunk(type, data));
  }

  /** Puts a segment right behind the start of a JPEG. */
  static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] data) {
    byte[] segment =
        ByteBuffer.allocate(4 + data.length)
            .put((byte) 0xff)
            .put((byte) marker)
            .putShort((short) (2 + data.length))
            .put(data)
            .array();
    return insert(jpeg, 2, segment);
  }

  /** The same JPEG with another size in its frame header. */
  static byte[] resizedJpeg(byte[] jpeg, int width, int height) {
    byte[] resized = jpeg.clone();
    int at = 2;
    while ((resized[at + 1] & 0xff) < 0xc0 || (resized[at + 1] & 0xff) > 0xc2) {
      at += 2 + Short.toUnsignedInt(ByteBuffer.wrap(resized).getShort(at + 2));
    }
    ByteBuffer.wrap(resized).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
    return resized;
  }
}
