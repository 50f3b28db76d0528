package parley;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import parley.config.Config;
import parley.config.ConfigException;

/**
 * The key that signs session tokens: the configured one, or one that is made once and kept in the
 * data directory.
 */
final class SessionKey {

  private static final int BYTES = 32;
  private static final String FILE = "session.key";

  private SessionKey() {}

  /** Blocks. Who loses the file signs everybody out. */
  static byte[] of(Config config) {
    var configured = config.session().key();
    return Base64.getDecoder().decode(configured.isEmpty() ? kept(config.data()) : configured);
  }

  private static String kept(Path data) {
    var file = data.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(data);
      var bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      var key = Base64.getEncoder().encodeToString(bytes);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var unfinished = Files.createTempFile(data, FILE, ".tmp", ownerOnly);
      Files.writeString(unfinished, key + "\n");
      Files.move(unfinished, file);
      return key;
    } catch (IOException e) {
      throw new ConfigException("data", file + " cannot be read or made: " + e.getMessage());
    }
  }
}
