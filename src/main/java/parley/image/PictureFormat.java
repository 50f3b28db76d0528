package parley.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The accepted formats, detected by the first bytes of a file, because names and declared types may
 * be wrong.
 */
enum PictureFormat {
  PNG {
    @Override
    boolean begins(byte[] file) {
      return has(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
    }

    @Override
    BarePicture strip(byte[] file) {
      return PngFile.strip(file);
    }
  },
  JPEG {
    @Override
    boolean begins(byte[] file) {
      return has(file, 0, 0xff, 0xd8, 0xff);
    }

    @Override
    BarePicture strip(byte[] file) {
      return JpegFile.strip(file);
    }
  },
  GIF {
    @Override
    boolean begins(byte[] file) {
      return has(file, 0, 'G', 'I', 'F', '8', '7', 'a')
          || has(file, 0, 'G', 'I', 'F', '8', '9', 'a');
    }

    @Override
    BarePicture strip(byte[] file) {
      return GifFile.strip(file);
    }
  },
  WEBP {
    @Override
    boolean begins(byte[] file) {
      return has(file, 0, 'R', 'I', 'F', 'F') && has(file, 8, 'W', 'E', 'B', 'P');
    }

    @Override
    BarePicture strip(byte[] file) {
      return WebpFile.strip(file);
    }

    /**
     * Created directly, because ImageIO finds plug-ins only with the class loader of its first
     * search.
     */
    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance();
    }

    @Override
    ImageInputStream open(byte[] file) {
      return new EndlessInput(file);
    }
  };

  abstract boolean begins(byte[] file);

  /**
   * Extracts the parts of a file that its first picture needs, and checks the limits.
   *
   * @throws parley.failure.ForumException if the picture is damaged or beyond the limits
   * @throws RuntimeException if the file ends or contradicts itself somewhere within
   */
  abstract BarePicture strip(byte[] file);

  /** The caller disposes of it. */
  ImageReader reader() throws IOException {
    return ImageIO.getImageReadersByFormatName(name()).next();
  }

  /** A file in memory as input for this format's reader, without ImageIO's disk cache. */
  ImageInputStream open(byte[] file) {
    return new ByteArrayImageInputStream(file);
  }

  static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  private static boolean has(byte[] file, int offset, int... expected) {
    if (file.length < offset + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((file[offset + i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
