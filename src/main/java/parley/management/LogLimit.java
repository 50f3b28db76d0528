package parley.management;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.event.KeyValuePair;
import parley.failure.ForumException;

/**
 * Bounds what a fault that repeats itself writes: of warnings and errors of one kind, which have
 * the logger and the words around the values in common, ten a minute are written, and one of those
 * that only repeat that a store is away. The last of them says {@code further=counted}; the next
 * one that is written later says how many were {@code unwritten}.
 */
public final class LogLimit extends Filter<ILoggingEvent> {

  private static final int LINES = 10;

  /** Of what goes on failing while a store is away, which is in the log already. */
  private static final int LINES_OF_OUTAGES = 1;

  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** Kinds are written in the program, so there are few; should it be otherwise, it begins anew. */
  private static final int KINDS_MAX = 1_000;

  private record Kind(String logger, String words) {}

  /** What is known of a kind in the minute that began then. */
  private static final class Count {
    private long began;
    private int lines;
    private int unwritten;
  }

  private final Map<Kind, Count> counts = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public LogLimit() {
    this(InstantSource.system());
  }

  LogLimit(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return FilterReply.NEUTRAL;
    }
    if (counts.size() >= KINDS_MAX) {
      counts.clear();
    }
    var kind = new Kind(event.getLoggerName(), String.valueOf(event.getMessage()));
    return count(event, counts.computeIfAbsent(kind, added -> new Count()));
  }

  private FilterReply count(ILoggingEvent event, Count count) {
    synchronized (count) {
      var now = clock.millis();
      if (now - count.began >= PERIOD.toMillis()) {
        if (count.unwritten > 0) {
          add(event, "unwritten", count.unwritten);
        }
        count.began = now;
        count.lines = 0;
        count.unwritten = 0;
      }
      var most = isOfOutage(event) ? LINES_OF_OUTAGES : LINES;
      if (count.lines >= most) {
        count.unwritten++;
        return FilterReply.DENY;
      }
      count.lines++;
      if (count.lines == most) {
        add(event, "further", "counted");
      }
      return FilterReply.NEUTRAL;
    }
  }

  /** Whether it tells of a call that was refused because a store is away. */
  private static boolean isOfOutage(ILoggingEvent event) {
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      if (isOfOutage(String.valueOf(cause.getMessage()))) {
        return true;
      }
    }
    return isOfOutage(String.valueOf(event.getFormattedMessage()));
  }

  private static boolean isOfOutage(String text) {
    return text.contains(ForumException.UNREACHABLE);
  }

  private static void add(ILoggingEvent event, String key, Object value) {
    if (event instanceof LoggingEvent line) {
      line.addKeyValuePair(new KeyValuePair(key, value));
    }
  }
}
