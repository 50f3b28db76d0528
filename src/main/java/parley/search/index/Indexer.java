package parley.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.journal.JournalTail;
import parley.store.Database;

/**
 * Keeps this process's index up to date with the database: one thread follows the journal, and
 * another one builds a new index where there is none that can be used. Until the new one is whole
 * and has caught up, the old one is searched.
 *
 * <p>A commit of the index holds the position of the journal that it has followed to. Whatever is
 * lost when the process is killed is written again from there.
 */
public final class Indexer implements Index, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Indexer.class);

  private static final Duration POLL = Duration.ofMillis(500);

  /** Between two looks, so that what is written all the time is applied in batches. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final int LINES = 500;

  private final Database database;
  private final Clock clock;
  private final IndexFolder folder;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "search-index");
  private volatile boolean stopping;
  private volatile boolean failing;
  private volatile boolean distrusted;
  private volatile Generation current;
  private volatile @Nullable Thread builder;
  private volatile @Nullable Generation built;

  /** Only for the thread that follows. */
  private @Nullable JournalTail tail;

  private long committedAt = System.nanoTime();
  private boolean dirty;

  /** Whether the index that is being built is the one that the command line has asked for. */
  private boolean requested;

  private Indexer(Database database, Clock clock, IndexFolder folder, Generation current) {
    this.database = database;
    this.clock = clock;
    this.folder = folder;
    this.current = current;
  }

  /**
   * Opens the index in this folder or begins to build one, and follows the journal.
   *
   * @param path of the indexes of all processes
   */
  public static Indexer start(Database database, Clock clock, Path path) throws IOException {
    var folder = IndexFolder.claim(path);
    try {
      var indexer = new Indexer(database, clock, folder, opened(database, folder));
      indexer.thread.setDaemon(true);
      indexer.thread.start();
      return indexer;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** The newest index that can go on; otherwise one that is empty. */
  private static Generation opened(Database database, IndexFolder folder) throws IOException {
    for (var path : folder.generations()) {
      try {
        var generation = Generation.open(path);
        if (isUsable(database, generation.standing())) {
          folder.keepOnly(path);
          return generation;
        }
        generation.close();
      } catch (IOException | RuntimeException e) { // whatever damaged files lead to
        log.warn("The index in {} cannot be used: {}", path, e.toString());
      }
    }
    folder.keepOnly();
    return Generation.create(folder.next());
  }

  /** Entries that are not in the index may have been pruned, or belong to another database. */
  private static boolean isUsable(Database database, Standing standing) {
    return standing.isUsable()
        && JournalTail.mark(database, standing.position())
            .await()
            .filter(standing.mark()::equals)
            .isPresent();
  }

  /** Something was written: look. */
  public void wake() {
    wake.release();
  }

  /** Its files are damaged: a new one is built. */
  public void distrust() {
    distrusted = true;
    wake();
  }

  /** Whether everything that is old enough can be found. */
  public boolean isComplete() {
    return current.standing().complete();
  }

  /** Whether the index follows the database; false after a failure, until it works again. */
  public boolean isFollowing() {
    return !failing;
  }

  @Override
  public <T> T search(Kind kind, Searching<T> work) throws IOException {
    try {
      return current.of(kind).search(work);
    } catch (AlreadyClosedException e) { // a new one has just taken its place
      return current.of(kind).search(work);
    }
  }

  private void run() {
    while (!stopping) {
      try {
        look();
        failing = false;
        await(POLL);
      } catch (Exception e) { // also a checked one, which await() throws as it is
        if (!stopping) {
          failing = true;
          log.warn("The index does not follow at the moment: {}", e.toString());
          log.debug("The index", e);
          recover();
          await(AFTER_FAILURE);
        }
      }
    }
  }

  private void look() throws IOException {
    if (built != null) {
      change();
    }
    var wanted = distrusted || folder.isWanted() || !current.standing().complete();
    if (wanted && builder == null) {
      build();
    }
    if (current.standing().complete()) {
      follow(current);
      commitInTime();
    }
  }

  private void follow(Generation generation) throws IOException {
    if (tail == null) {
      tail = tail(generation);
    }
    List<JournalTail.Line> lines;
    do {
      lines = tail.next(LINES).await();
      var changes = Changes.of(lines);
      if (!changes.isEmpty()) {
        new Applying(database, generation).apply(changes);
        generation.refresh();
        dirty = true;
      }
    } while (lines.size() == LINES && !stopping);
  }

  private JournalTail tail(Generation generation) {
    return new JournalTail(database, generation.standing().position(), Building.UNSETTLED);
  }

  private void commitInTime() throws IOException {
    var due = System.nanoTime() - committedAt > COMMIT.toNanos();
    if (due && (dirty || tail.settled() > current.standing().position())) {
      commit();
    }
  }

  private void commit() throws IOException {
    var settled = tail.settled();
    var mark = JournalTail.mark(database, settled).await().orElse("");
    current.commit(Standing.at(settled, mark, true));
    committedAt = System.nanoTime();
    dirty = false;
  }

  /** A writer that met a full disk or the like is closed: begin again from the last commit. */
  private void recover() {
    try {
      if (tail != null) {
        tail = null;
        var path = current.folder();
        current.close();
        current = Generation.open(path);
      }
    } catch (IOException | RuntimeException e) {
      log.error("The index cannot be opened, and is built again", e);
      replace();
    }
  }

  private void replace() {
    try {
      current = Generation.create(folder.next());
    } catch (IOException | RuntimeException e) {
      log.error("No index can be created", e);
    }
  }

  private void build() throws IOException {
    requested = folder.isWanted();
    var target = current.standing().complete() ? Generation.create(folder.next()) : current;
    builder = new Thread(() -> build(target), "search-build");
    builder.setDaemon(true);
    builder.start();
  }

  private void build(Generation target) {
    try {
      log.info("A new index is built");
      var began = System.nanoTime();
      if (new Building(database, clock, () -> stopping).run(target, this::tell)) {
        log.info(
            "The new index is whole after {} s",
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        built = target;
        wake();
      }
    } catch (Exception e) { // also a checked one, which await() throws as it is
      if (!stopping) {
        failing = true;
        log.warn("The new index could not be built, and is begun again: {}", e.toString());
        log.debug("The new index", e);
        discard(target);
        await(AFTER_FAILURE);
        builder = null;
      }
    }
  }

  private void discard(Generation target) {
    try {
      if (target != current) {
        target.close();
      }
    } catch (IOException e) {
      log.debug("The new index", e);
    }
  }

  private void tell(long rows, long all) {
    try {
      if (folder.isWanted()) {
        folder.tell(rows + " of " + all);
      }
    } catch (IOException e) {
      log.debug("The progress", e);
    }
  }

  /** Takes the new index into use when it has caught up. */
  private void change() throws IOException {
    var old = current;
    var next = built;
    tail = tail(next);
    follow(next);
    current = next;
    built = null;
    builder = null;
    distrusted = false;
    commit();
    if (old != next) {
      old.close();
    }
    folder.keepOnly(next.folder());
    if (requested) {
      folder.fulfil();
    }
  }

  private void await(Duration time) {
    try {
      if (wake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  /** Stops both threads, and makes what was written durable. */
  @Override
  public void close() throws IOException {
    stopping = true;
    wake();
    joined(thread);
    joined(builder);
    try {
      if (tail != null && current.standing().complete()) {
        commit();
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The index was not committed: {}", e.toString());
    } finally {
      current.close();
      folder.close();
    }
  }

  private static void joined(@Nullable Thread thread) {
    try {
      if (thread != null) {
        thread.join(STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // who stops is in a hurry
    }
  }
}
