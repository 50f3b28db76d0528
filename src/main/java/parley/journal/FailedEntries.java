package parley.journal;

import java.util.List;
import parley.journal.JournalRepository.Row;

/** A reader's work on these entries failed. */
final class FailedEntries extends RuntimeException {

  private static final long serialVersionUID = 1;

  FailedEntries(List<Row> rows, Throwable cause) {
    super(
        rows.size() == 1
            ? "entry %d (%s): %s".formatted(rows.get(0).id(), rows.get(0).type(), cause)
            : "entries %d to %d: %s"
                .formatted(rows.get(0).id(), rows.get(rows.size() - 1).id(), cause),
        cause);
  }
}
