package parley.journal;

import java.time.Instant;

/**
 * An entry of the journal.
 *
 * @param id ascending in the order in which entries are read; not without gaps
 * @param subject the id of what has changed
 */
public record Entry<T extends Record>(
    long id, EntryType<T> type, long subject, T data, Instant createdAt) {

  /** Whether it tells of this kind of change; then {@link #as} gives its data. */
  public boolean is(EntryType<?> other) {
    return type.name().equals(other.name());
  }

  public <U extends Record> U as(EntryType<U> other) {
    return other.data().cast(data);
  }
}
