package parley.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.store.StoreStartException;

/**
 * The data directory, locked by this process while it is open.
 *
 * <p>The embedded stores need this object instead of a path, because only the holder of the lock
 * may end store processes that an earlier Parley left in the directory. It is an operating system
 * lock: it ends with the process in every case, and a stale {@code .lock} file does no harm.
 */
public final class DataDir implements AutoCloseable {

  /**
   * Closing any channel of a file releases all locks of the process on it (a property of POSIX
   * locks). So a second opening in the same process must be refused before it opens the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final Path programs;
  private final FileChannel lock;

  private DataDir(Path root, Path programs, FileChannel lock) {
    this.root = root;
    this.programs = programs;
    this.lock = lock;
  }

  /**
   * Creates the directory if it is missing and locks it. The stores' programs are in {@code
   * program/} below it.
   *
   * @throws StoreStartException if it cannot be written, or another process holds the lock
   */
  public static DataDir open(Path root) {
    return open(root, root.resolve("program"));
  }

  /**
   * Like {@link #open(Path)}, with another folder for the stores' programs, which several data
   * directories may share.
   */
  public static DataDir open(Path root, Path programs) {
    try {
      Files.createDirectories(root);
      var real = root.toRealPath();
      if (!HELD.add(real)) {
        throw inUse(root, "this process");
      }
      try {
        return new DataDir(real, programs.toAbsolutePath(), lock(real));
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (FileAlreadyExistsException e) {
      throw new StoreStartException("The data directory " + root + " is not a directory.", e);
    } catch (IOException e) {
      throw new StoreStartException("The data directory " + root + " cannot be written: " + e, e);
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    var file = root.resolve(".lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(root, "process " + Files.readString(file).strip());
      }
      channel.truncate(0);
      var owner = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static StoreStartException inUse(Path root, String holder) {
    return new StoreStartException(
        "The data directory " + root + " is in use by another Parley (" + holder + ").");
  }

  /** The directory itself, absolute and without symbolic links. */
  public Path path() {
    return root;
  }

  /** The folder of the stores' unpacked programs. */
  Path programs() {
    return programs;
  }

  /** The directory of one store, created with access only for this user. */
  Path store(String name) throws IOException {
    return PrivateFiles.directory(root.resolve(name));
  }

  /** Releases the directory. Close the stores in it first. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreStartException("The data directory " + root + " cannot be released: " + e, e);
    } finally {
      HELD.remove(root);
    }
  }
}
