package parley.search.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The folder of one process: processes that share a data folder each have one of their own. It has
 * a subfolder for each generation, and files by which the command line asks for a new one.
 */
final class IndexFolder implements AutoCloseable {

  private static final int MOST = 64;
  private static final String LOCK = "lock";
  private static final String WANTED = "rebuild";
  private static final String PROGRESS = "progress";
  private static final String GENERATION = "generation-";

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private IndexFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /** The first one that no other process has. */
  static IndexFolder claim(Path all) throws IOException {
    for (var number = 1; number <= MOST; number++) {
      var claimed = claimOne(all.resolve(Integer.toString(number)));
      if (claimed.isPresent()) {
        return claimed.get();
      }
    }
    throw new IOException(all + ": " + MOST + " processes have their index here");
  }

  /** Empty where a process has it. */
  static Optional<IndexFolder> claimOne(Path path) throws IOException {
    Files.createDirectories(path);
    var channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new IndexFolder(path, channel, lock));
      }
    } catch (OverlappingFileLockException e) {
      // this process has it already: another forum in the same JVM
    }
    channel.close();
    return Optional.empty();
  }

  /** The folders of all processes. */
  static List<Path> all(Path all) throws IOException {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (var found = Files.list(all)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The folders of generations, the newest first. */
  List<Path> generations() throws IOException {
    try (var found = Files.list(path)) {
      return found
          .filter(one -> one.getFileName().toString().startsWith(GENERATION))
          .sorted(Comparator.comparingLong(IndexFolder::number).reversed())
          .toList();
    }
  }

  private static long number(Path generation) {
    var digits = generation.getFileName().toString().substring(GENERATION.length());
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  /** A folder that does not exist yet. */
  Path next() throws IOException {
    var newest = generations().stream().mapToLong(IndexFolder::number).max().orElse(0);
    return path.resolve(GENERATION + (newest + 1));
  }

  /** Removes all generations but these. */
  void keepOnly(Path... kept) throws IOException {
    for (var generation : generations()) {
      if (Stream.of(kept).noneMatch(generation::equals)) {
        IOUtils.rm(generation);
      }
    }
  }

  /** Asks the process that has this folder for a new index. */
  static void want(Path path) throws IOException {
    Files.deleteIfExists(path.resolve(PROGRESS));
    Files.write(path.resolve(WANTED), new byte[0]);
  }

  static boolean isWanted(Path path) {
    return Files.exists(path.resolve(WANTED));
  }

  /** What the process that has this folder has told last; empty before it begins. */
  static String progress(Path path) throws IOException {
    var file = path.resolve(PROGRESS);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  boolean isWanted() {
    return isWanted(path);
  }

  void tell(String progress) throws IOException {
    Files.writeString(path.resolve(PROGRESS), progress);
  }

  /** The index that was asked for is there. */
  void fulfil() throws IOException {
    Files.deleteIfExists(path.resolve(WANTED));
    Files.deleteIfExists(path.resolve(PROGRESS));
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
