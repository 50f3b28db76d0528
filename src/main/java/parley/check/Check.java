package parley.check;

import java.util.List;
import java.util.Optional;

/**
 * A kept value that can be compared with what it is kept of.
 *
 * @param name of what is compared, such as {@code boards}
 * @param reader the reader of the journal that keeps the value, if one does: it must have read all
 *     entries before the value can be compared
 * @param wrong selects a sentence for each value that is wrong
 * @param repairs statements that compute the values; empty where nobody can know the right ones
 */
public record Check(String name, Optional<String> reader, String wrong, List<String> repairs) {

  public static Check of(String name, String wrong, String... repairs) {
    return new Check(name, Optional.empty(), wrong, List.of(repairs));
  }

  /** A value that follows from the journal; its repair counts all entries as read. */
  public static Check keptBy(String reader, String name, String wrong, String... repairs) {
    return new Check(name, Optional.of(reader), wrong, List.of(repairs));
  }
}
