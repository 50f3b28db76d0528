package parley.search.index;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.journal.JournalTail;
import parley.store.Database;

/** Opens the index that a process has left. Blocks. */
final class Opening {

  private static final Logger log = LoggerFactory.getLogger(Opening.class);

  private Opening() {}

  /** The newest index that can go on; otherwise one that is empty. */
  static Generation newest(Database database, IndexFolder folder) throws IOException {
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
}
