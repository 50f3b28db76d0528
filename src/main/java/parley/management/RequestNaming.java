package parley.management;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.event.KeyValuePair;
import parley.http.RequestId;

/**
 * Adds the request id to each log line that belongs to a request. The id follows a request through
 * callbacks, which a thread's diagnostic context would not. It is a filter of the appender, so that
 * it runs on the logging thread. It never drops a line.
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
