package parley.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import parley.backup.StoredFile;
import parley.config.ConfigException;
import parley.config.Settings;

/**
 * The key that signs session tokens: the configured one, or one that is generated once and stored
 * in the data directory.
 */
public final class SessionKey {

  private static final int BYTES = 32;
  private static final String FILE = "session.key";

  private SessionKey() {}

  /** Reads or creates the key. Blocks. If the file is lost, all sessions end. */
  public static byte[] of(Settings settings) {
    var configured = settings.section(SessionSettings.SECTION).key();
    return configured.isEmpty()
        ? kept(settings.config().data())
        : Base64.getDecoder().decode(configured);
  }

  /** The key's file, for backups. */
  public static StoredFile stored(Settings settings) {
    return new StoredFile(
        FILE, file(settings), "the session key, so links in old mails do not work");
  }

  /** Where the key is that is made once; empty where the configuration has one. */
  private static Optional<Path> file(Settings settings) {
    return settings.section(SessionSettings.SECTION).key().isEmpty()
        ? Optional.of(settings.config().data().resolve(FILE))
        : Optional.empty();
  }

  private static byte[] kept(Path data) {
    var file = data.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      Files.createDirectories(data);
      var bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var unfinished = Files.createTempFile(data, FILE, ".tmp", ownerOnly);
      Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes) + "\n");
      return first(unfinished, file) ? bytes : read(file);
    } catch (IOException e) {
      throw new ConfigException("data", file + " cannot be read or created: " + e.getMessage());
    }
  }

  /** Returns false if another process that starts at the same time created the key first. */
  private static boolean first(Path unfinished, Path file) throws IOException {
    try {
      Files.createLink(file, unfinished); // unlike a move, this never replaces an existing file
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(unfinished);
    }
  }

  /** A truncated file would be a key that can be guessed. */
  private static byte[] read(Path file) throws IOException {
    try {
      var key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length >= BYTES) {
        return key;
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // not base64, so it is not a key
    }
    throw new ConfigException("session.key", file + " does not contain base64 of 32 bytes or more");
  }
}
