package parley.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * JPEG (ITU-T T.81, annex B): marker segments, and coded data behind each start of a scan. Tables,
 * the frame, its scans, and the two segments about colour coding are kept. A colour profile, which
 * may take several segments, is read apart.
 */
final class JpegFile {

  private static final int SOF0 = 0xc0;
  private static final int SOF2 = 0xc2;
  private static final int SOF15 = 0xcf;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DRI = 0xdd;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int TEM = 0x01;

  private static final String PROFILE = "ICC_PROFILE\0";

  /** Before the profile's bytes: the name, the number of this part, and how many there are. */
  private static final int PROFILE_PREFIX_BYTES = PROFILE.length() + 2;

  /**
   * Each scan processes the whole picture again, even if it has only a few bytes; encoders write
   * about ten.
   */
  private static final int SCANS = 64;

  private final byte[] file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream bare;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
  private @Nullable JpegFrame frame;
  private Orientation orientation = Orientation.TOP_LEFT;
  private int scans;

  private JpegFile(byte[] file) {
    this.file = file;
    this.in = ByteBuffer.wrap(file);
    this.bare = new ByteArrayOutputStream(file.length);
  }

  static BarePicture strip(byte[] file) {
    return new JpegFile(file).strip();
  }

  private BarePicture strip() {
    write(SOI);
    in.position(2);
    int marker;
    while ((marker = nextMarker()) != EOI) {
      if (marker != TEM && (marker < RST0 || marker > RST7)) {
        segment(marker);
      }
    }
    write(EOI);
    if (frame == null || scans == 0) {
      throw Refusal.notAPicture("there are no pixels in it");
    }
    return new BarePicture(
        PictureFormat.JPEG,
        frame.width(),
        frame.height(),
        orientation,
        ColourProfile.of(profile.toByteArray()),
        bare.toByteArray());
  }

  private void segment(int marker) {
    int start = in.position();
    int length = Short.toUnsignedInt(in.getShort(start));
    ByteBuffer data = in.slice(start + 2, length - 2);
    in.position(start + length);
    switch (marker) {
      case DHT, DQT, DRI -> keep(marker, start);
      case APP0 -> keepIf(begins(data, "JFIF"), marker, start);
      case APP14 -> keepIf(begins(data, "Adobe"), marker, start);
      case APP2 -> profile(data);
      case APP1 -> orientation = begins(data, "Exif") ? ExifOrientation.of(data) : orientation;
      case SOS -> scan(start, data);
      case SOI, JPG, DAC -> throw Refusal.notAPicture("it is a kind of JPEG that is not supported");
      default -> {
        if (marker >= SOF0 && marker <= SOF15) {
          frame(marker, start, data);
        }
      }
    }
  }

  /** Encoders write the parts in order. More than the limit is not used, so not kept either. */
  private void profile(ByteBuffer data) {
    if (begins(data, PROFILE)
        && data.capacity() > PROFILE_PREFIX_BYTES
        && profile.size() <= ColourProfile.BYTES) {
      byte[] part = new byte[data.capacity() - PROFILE_PREFIX_BYTES];
      data.get(PROFILE_PREFIX_BYTES, part);
      profile.writeBytes(part);
    }
  }

  private void frame(int marker, int start, ByteBuffer data) {
    if (frame != null || marker > SOF2) {
      throw Refusal.notAPicture("it is a kind of JPEG that is not supported");
    }
    frame = JpegFrame.read(marker, data);
    keep(marker, start);
  }

  private void scan(int start, ByteBuffer data) {
    if (frame == null) {
      throw Refusal.cutOff();
    }
    if (scans++ == 0) {
      frame.checkMemory(data.get());
    } else if (scans > SCANS) {
      throw Refusal.tooComplex();
    }
    skipCodedData();
    keep(SOS, start);
  }

  /** Stops before the next marker that is not part of the scan. */
  private void skipCodedData() {
    int at = in.position();
    while (file[at] != (byte) 0xff || isWithinScan(Byte.toUnsignedInt(file[at + 1]))) {
      at++;
    }
    in.position(at);
  }

  /** After 0xff: a stuffed zero, a fill byte or a restart. */
  private static boolean isWithinScan(int code) {
    return code == 0 || code == 0xff || (code >= RST0 && code <= RST7);
  }

  private int nextMarker() {
    int code;
    do {
      while (in.get() != (byte) 0xff) {
        // Decoders skip data between segments.
      }
      do {
        code = Byte.toUnsignedInt(in.get());
      } while (code == 0xff);
    } while (code == 0);
    return code;
  }

  private static boolean begins(ByteBuffer data, String name) {
    byte[] expected = name.getBytes(StandardCharsets.US_ASCII);
    return data.mismatch(ByteBuffer.wrap(expected)) == expected.length;
  }

  private void keepIf(boolean wanted, int marker, int start) {
    if (wanted) {
      keep(marker, start);
    }
  }

  /** Copies a segment, with its coded data if it is a scan, up to the current position. */
  private void keep(int marker, int start) {
    write(marker);
    bare.write(file, start, in.position() - start);
  }

  private void write(int marker) {
    bare.write(0xff);
    bare.write(marker);
  }
}
