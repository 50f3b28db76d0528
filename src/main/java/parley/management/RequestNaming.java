package parley.management;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.event.KeyValuePair;
import parley.http.RequestId;

/**
 * Adds to each line of the log the id of the request that it is about, which follows a request from
 * callback to callback, as a thread's own diagnostic context would not. Belongs to an appender, so
 * that it is asked on the thread that logs. Refuses no line.
 */
public final class RequestNaming extends Filter<ILoggingEvent> {

  @Override
  public FilterReply decide(ILoggingEvent event) {
    if (event instanceof LoggingEvent line && !isNamed(line)) {
      RequestId.current()
          .ifPresent(id -> line.addKeyValuePair(new KeyValuePair(RequestId.KEY, id)));
    }
    return FilterReply.NEUTRAL;
  }

  private static boolean isNamed(LoggingEvent line) {
    var pairs = line.getKeyValuePairs();
    return pairs != null && pairs.stream().anyMatch(pair -> pair.key.equals(RequestId.KEY));
  }
}
