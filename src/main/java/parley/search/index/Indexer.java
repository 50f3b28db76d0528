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
  private final IndexFolder folder;
  private final Semaphore wake = new Semaphore(0);
  private final BackgroundBuild building;
  private final Thread thread = new Thread(this::run, "search-index");
  private volatile boolean stopping;
  private volatile boolean failing;
  private volatile boolean distrusted;
  private volatile Generation current;

  /** Only for the thread that follows. */
  private @Nullable JournalTail tail;

  private long committedAt = System.nanoTime();
  private boolean dirty;

  /** Whether the index that is being built is the one that the command line has asked for. */
  private boolean requested;

  private Indexer(Database database, Clock clock, IndexFolder folder, Generation current) {
    this.database = database;
    this.folder = folder;
    this.current = current;
    this.building = new BackgroundBuild(database, clock, folder, () -> stopping, this::wake);
  }

  /**
   * Opens the index in this folder or begins to build one, and follows the journal.
   *
   * @param path of the indexes of all processes
   */
  public static Indexer start(Database database, Clock clock, Path path) throws IOException {
    var folder = IndexFolder.claim(path);
    try {
      var indexer = new Indexer(database, clock, folder, Opening.newest(database, folder));
      indexer.thread.setDaemon(true);
      indexer.thread.start();
      return indexer;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
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
    var next = building.built();
    if (next != null) {
      change(next);
    }
    var wanted = distrusted || folder.isWanted() || !current.standing().complete();
    if (wanted && !building.isBusy()) {
      build();
    }
    if (current.standing().complete()) {
      var following = tail == null ? tail(current) : tail;
      tail = following;
      follow(current, following);
      commitInTime(following);
    }
  }

  private void follow(Generation generation, JournalTail following) throws IOException {
    List<JournalTail.Line> lines;
    do {
      lines = following.next(LINES).await();
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

  private void commitInTime(JournalTail following) throws IOException {
    var due = System.nanoTime() - committedAt > COMMIT.toNanos();
    if (due && (dirty || following.settled() > current.standing().position())) {
      commit(following);
    }
  }

  private void commit(JournalTail following) throws IOException {
    var settled = following.settled();
    var mark = JournalTail.mark(database, settled).await().orElse("");
    current.commit(Standing.at(settled, mark, true));
    committedAt = System.nanoTime();
    dirty = false;
  }

  /**
   * Begins again from the last commit: entries may have been read and not applied. A writer that
   * met a full disk or the like is closed.
   */
  private void recover() {
    tail = null;
    if (current.isOpen()) {
      return;
    }
    try {
      var path = current.folder();
      current.close();
      current = Generation.open(path);
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
    if (current.standing().complete()) {
      building.start(Generation.create(folder.next()), false);
    } else {
      building.start(current, true);
    }
  }

  /** Takes the new index into use when it has caught up. */
  private void change(Generation next) throws IOException {
    var old = current;
    var following = tail(next);
    follow(next, following);
    tail = following;
    current = next;
    building.taken();
    distrusted = false;
    commit(following);
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
    Threads.join(thread, STOP);
    building.join(STOP);
    try {
      var following = tail;
      if (following != null && current.standing().complete()) {
        commit(following);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The index was not committed: {}", e.toString());
    } finally {
      current.close();
      folder.close();
    }
  }
}
