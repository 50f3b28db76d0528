package parley.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.store.StoreStartException;

/**
 * The data directory, held by this process alone for as long as it is open.
 *
 * <p>The embedded stores take one of these instead of a path, because only who holds the directory
 * may end the store processes that an earlier Parley left behind in it. The lock is the operating
 * system's: it goes with the process, however that ends, and a stale {@code .lock} does no harm.
 */
public final class DataDir implements AutoCloseable {

  /**
   * Closing any channel on a file drops the locks that the whole process holds on it (a property of
   * POSIX locks), so a second opening in one process has to be refused before it opens the file.
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
   * Creates the directory where it is missing and takes it; the stores' programs go into {@code
   * program/} below it.
   *
   * @throws StoreStartException if it cannot be written, or another process holds it
   */
  public static DataDir open(Path root) {
    return open(root, root.resolve("program"));
  }

  /**
   * As {@link #open(Path)}, with the stores' programs unpacked elsewhere; several data directories
   * may share one place.
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
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()));
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

  /** Where the stores' programs are unpacked. */
  Path programs() {
    return programs;
  }

  /** The directory of one store, created for this user alone. */
  Path store(String name) throws IOException {
    return PrivateFiles.directory(root.resolve(name));
  }

  /** Lets go of the directory; close the stores in it first. */
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
