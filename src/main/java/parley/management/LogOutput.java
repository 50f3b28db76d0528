package parley.management;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.TimeZone;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;
import parley.config.Logging;
import parley.config.Logging.Format;

/** Applies the configuration to the logging set up by {@code conf/logback.xml}. */
public final class LogOutput {

  private LogOutput() {}

  /** Called once for the whole process, before it serves. */
  public static void configure(Logging config) {
    configure((LoggerContext) LoggerFactory.getILoggerFactory(), config);
  }

  static void configure(LoggerContext context, Logging config) {
    for (var level : config.levels()) {
      var parts = level.split("=", 2);
      context.getLogger(parts[0]).setLevel(Level.valueOf(parts[1]));
    }
    if (config.format() == Format.JSON) {
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(
              appender -> {
                if (appender instanceof OutputStreamAppender<ILoggingEvent> output) {
                  output.setEncoder(json(context));
                }
              });
    }
  }

  /**
   * Messages, key-value pairs and stack traces each have a field, so that each line is one object.
   */
  private static LogstashEncoder json(LoggerContext context) {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setTimeZone(TimeZone.getTimeZone("UTC").getID());
    encoder.setVersion(null);
    encoder.start();
    return encoder;
  }
}
