package parley.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The last bytes of a backup, which are the comment of the ZIP archive: a SHA-256 over the whole
 * file, with its own digits as zeros. It does not match a file that is truncated, extended, or
 * changed in one bit. It protects against accidents, not against attackers: anyone who alters a
 * file can compute a new seal.
 */
final class Seal {

  private static final String PREFIX = "parley-backup sha256 ";
  private static final String ZEROS = "0".repeat(Sha256.DIGITS);
  private static final Pattern SEALED = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  /** The comment of an archive that is still being written. */
  static final String OPEN = PREFIX + ZEROS;

  private Seal() {}

  /**
   * Closes the seal of a file.
   *
   * @param written digest of everything written, ending with {@link #OPEN}
   */
  static void close(FileChannel file, MessageDigest written) throws IOException {
    var sum = ByteBuffer.wrap(Sha256.text(written).getBytes(StandardCharsets.US_ASCII));
    for (var at = file.size() - Sha256.DIGITS; sum.hasRemaining(); ) {
      at += file.write(sum, at);
    }
  }

  /**
   * Reads the whole file.
   *
   * @throws BackupException if it does not match its seal
   */
  static void check(FileChannel file) throws IOException {
    var seal = end(file);
    if (!SEALED.matcher(seal).matches()) {
      throw BackupException.unusable("This is not a backup of Parley, or it is truncated.");
    }
    var digest = Sha256.digest();
    var buffer = ByteBuffer.allocate(1 << 16);
    for (var at = 0L; at < file.size() - Sha256.DIGITS; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), file.size() - Sha256.DIGITS - at));
      file.read(buffer, at);
      digest.update(buffer.flip());
    }
    digest.update(ZEROS.getBytes(StandardCharsets.US_ASCII));
    if (!seal.endsWith(Sha256.text(digest))) {
      throw BackupException.unusable("The backup is damaged: its checksum does not match.");
    }
  }

  private static String end(FileChannel file) throws IOException {
    var bytes = ByteBuffer.allocate(OPEN.length());
    if (file.size() >= OPEN.length()) {
      for (var at = file.size() - OPEN.length(); bytes.hasRemaining(); ) {
        at += file.read(bytes, at);
      }
    }
    return new String(bytes.array(), StandardCharsets.ISO_8859_1);
  }
}
