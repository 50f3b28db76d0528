package parley.journal;

import java.time.Duration;

/**
 * How the journal is read.
 *
 * @param poll how often readers look for entries without a wake-up
 * @param pause between two reads under constant wake-ups, so that a reader reads batches
 * @param lease how long a process that has died keeps its readers
 * @param gap how long a missing id is waited for: its transaction may not have inserted its row yet
 * @param retry the first wait after a failure; it doubles
 * @param retryMax the longest wait after a failure
 * @param batch how many entries are read at once
 * @param keep how long entries are kept that all have read
 */
public record JournalSettings(
    Duration poll,
    Duration pause,
    Duration lease,
    Duration gap,
    Duration retry,
    Duration retryMax,
    int batch,
    Duration keep) {

  public static final JournalSettings DEFAULT =
      new JournalSettings(
          Duration.ofSeconds(1),
          Duration.ofMillis(400),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          500,
          Duration.ofDays(7));
}
