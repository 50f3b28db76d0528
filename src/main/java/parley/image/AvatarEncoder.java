package parley.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;

/**
 * Turns an uploaded file into an avatar: the middle square of the picture, correctly oriented, at
 * most 512 pixels a side, and encoded again. None of the uploaded bytes are kept, only the pixels.
 *
 * <p>Blocks, for seconds with the largest pictures, and needs up to 100 MB. So uploads are
 * processed one at a time.
 */
public final class AvatarEncoder {

  private static final Logger log = LoggerFactory.getLogger(AvatarEncoder.class);

  private final Lock turn = new ReentrantLock(true);

  /**
   * Makes an avatar from an upload. Blocks; one upload at a time.
   *
   * @param upload PNG, JPEG, GIF or WebP (of an animation the first frame counts), at most 5 MiB
   * @throws ForumException of kind {@code UNSUPPORTED_MEDIA} if it is none of these formats, {@code
   *     TOO_LARGE} if the file is, {@code INVALID} with the field {@code image} and the code {@code
   *     not_a_picture}, {@code too_many_pixels} or {@code too_complex}
   * @throws UncheckedIOException if the file cannot be read from the disk
   */
  public EncodedPicture encode(Path upload) {
    turn.lock();
    try {
      byte[] file = read(upload);
      PictureFormat format = PictureFormat.of(file).orElseThrow(Refusal::unknownFormat);
      return write(decode(format, file));
    } finally {
      turn.unlock();
    }
  }

  private static byte[] read(Path upload) {
    try (InputStream in = Files.newInputStream(upload)) {
      byte[] file = in.readNBytes(PictureLimits.FILE_BYTES + 1);
      if (file.length > PictureLimits.FILE_BYTES) {
        throw Refusal.tooLarge();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the upload " + upload, e);
    }
  }

  /**
   * From here on everything is in memory, so every failure, even an I/O error, is caused by the
   * content.
   */
  private static BufferedImage decode(PictureFormat format, byte[] file) {
    try {
      BarePicture picture = format.strip(file);
      return Avatar.of(SquareDecoder.decode(picture), picture);
    } catch (ForumException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException damage) {
      if (damage.getCause() instanceof VirtualMachineError failure) {
        throw failure; // Decoders wrap an OutOfMemoryError of this process, which is not the
        // picture's fault.
      }
      log.debug("A {} upload cannot be decoded: {}", format, damage.toString());
      throw Refusal.cutOff();
    }
  }

  private static EncodedPicture write(BufferedImage avatar) {
    try {
      return PictureWriter.write(avatar);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode an avatar in memory", e);
    }
  }
}
