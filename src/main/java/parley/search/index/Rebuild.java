package parley.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.store.Database;

/**
 * Builds the indexes of all processes that have one in a folder again: those of processes that run
 * by the processes themselves, which search the old one until then. Blocks; for the command line.
 */
public final class Rebuild {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Database database;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * @param progress is told how far it is, many times
   */
  public Rebuild(Database database, Clock clock, Consumer<String> progress) {
    this.database = database;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Builds the indexes anew: those of this process now, those of others when they are asked to.
   *
   * @param path of the indexes of all processes
   * @return how many were built
   * @throws InterruptedException when the thread is interrupted while another process builds
   */
  public int run(Path path) throws IOException, InterruptedException {
    var asked = new ArrayList<Path>();
    var own = new ArrayList<IndexFolder>();
    for (var folder : folders(path)) {
      var claimed = IndexFolder.claimOne(folder);
      if (claimed.isPresent()) {
        own.add(claimed.get());
      } else {
        IndexFolder.want(folder);
        asked.add(folder);
      }
    }
    for (var folder : own) {
      try (folder) {
        build(folder);
      }
    }
    for (var folder : asked) {
      follow(folder);
    }
    return own.size() + asked.size();
  }

  private static List<Path> folders(Path path) throws IOException {
    var found = IndexFolder.all(path);
    return found.isEmpty() ? List.of(Files.createDirectories(path.resolve("1"))) : found;
  }

  private void build(IndexFolder folder) throws IOException {
    var next = folder.next();
    try (var generation = Generation.create(next)) {
      new Building(database, clock, () -> false)
          .run(generation, (rows, all) -> progress.accept(rows + " of " + all));
    }
    folder.keepOnly(next);
    folder.fulfil();
  }

  private void follow(Path folder) throws IOException, InterruptedException {
    while (IndexFolder.isWanted(folder)) {
      var said = IndexFolder.progress(folder);
      if (!said.isEmpty()) {
        progress.accept(said);
      }
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      giveUpWhereNobodyBuilds(folder);
    }
  }

  /** The process may have stopped since it was asked. */
  private void giveUpWhereNobodyBuilds(Path folder) throws IOException {
    var claimed = IndexFolder.claimOne(folder);
    if (claimed.isPresent()) {
      try (var free = claimed.get()) {
        if (free.isWanted()) {
          build(free);
        }
      }
    }
  }
}
