package parley.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import parley.failure.ForumException;

/** Days (UTC) such as {@code 2026-01-31}, and times such as {@code 2026-01-31T12:00:00Z}. */
final class Dates {

  private static final int DAY = "2026-01-31".length();

  private Dates() {}

  /** A time, or when a day begins. Fails with INVALID. */
  static Instant start(String field, String value) {
    return read(field, value, 0);
  }

  /** A time, or when a day has ended. Fails with INVALID. */
  static Instant end(String field, String value) {
    return read(field, value, 1);
  }

  private static Instant read(String field, String value, int days) {
    try {
      return value.length() <= DAY
          ? LocalDate.parse(value).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw ForumException.invalid(field, "date", "A date is written like 2026-01-31.");
    }
  }
}
