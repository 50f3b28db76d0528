package parley.management;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Logging;
import parley.config.Logging.Format;

/** On the log as conf/logback.xml makes it. */
class LogOutputTest {

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void read() throws JoranException {
    context.setMDCAdapter(new LogbackMDCAdapter());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("conf/logback.xml").toFile());
    var console = context.getLogger("ROOT").getAppender("console");
    ((OutputStreamAppender<ILoggingEvent>) console).setOutputStream(out);
  }

  @Test
  void textIsOneLineWithWhatItIsAboutBehind() {
    configure(Format.TEXT, Set.of());
    context
        .getLogger("parley.mail")
        .atWarn()
        .addKeyValue("request", "1f")
        .addKeyValue("ms", 12)
        .log("Slow {}", "thing");
    context.getLogger("parley.mail").info("Nothing more");
    assertThat(lines()[0]).matches("\\S+T\\S+Z WARN  parley\\.mail +Slow thing request=1f ms=12");
    assertThat(lines()[1]).endsWith(" Nothing more");
  }

  @Test
  void jsonIsOneObjectALineEvenOfATrace() {
    configure(Format.JSON, Set.of());
    context
        .getLogger("parley.mail")
        .atError()
        .addKeyValue("request", "1f")
        .setCause(new IllegalStateException("two\nlines"))
        .log("It \"failed\"\nbadly");
    assertThat(lines()).hasSize(1);
    var line = new JsonObject(lines()[0]);
    assertThat(line.getString("message")).isEqualTo("It \"failed\"\nbadly");
    assertThat(line.getString("level")).isEqualTo("ERROR");
    assertThat(line.getString("logger_name")).isEqualTo("parley.mail");
    assertThat(line.getString("request")).isEqualTo("1f");
    assertThat(line.getString("@timestamp")).matches(".*T.*Z");
    assertThat(line.getString("stack_trace")).contains("two\nlines", "LogOutputTest");
  }

  @Test
  void levelsGoOverThoseOfTheFile() {
    configure(Format.TEXT, Set.of("parley.mail=debug", "org.flywaydb=info", "parley.slow=off"));
    context.getLogger("parley.mail").debug("one");
    context.getLogger("org.flywaydb").info("two");
    context.getLogger("parley.slow.request").error("three");
    context.getLogger("parley").debug("four");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("one", "two")
        .doesNotContain("three", "four");
    assertThat(context.getLogger("io.netty").getLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void aFaultThatRepeatsItselfIsWrittenAFewTimesAndThenCounted() {
    configure(Format.TEXT, Set.of());
    for (var n = 0; n < 1_000; n++) {
      context.getLogger("parley.http").warn("{} failed", "/api/topic/" + n);
      context.getLogger("parley.http").info("{} came", n);
    }
    context.getLogger("parley.http").warn("{} is something else", 1);
    context.getLogger("parley.mail").warn("{} failed", "another");
    assertThat(lines()).filteredOn(line -> line.contains("/api/topic/")).hasSize(10);
    assertThat(lines()).filteredOn(line -> line.endsWith(" came")).hasSize(1_000);
    assertThat(lines()).filteredOn(line -> line.endsWith(" further=counted")).hasSize(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("something else", "another failed");
  }

  @Test
  void whatWasCountedIsSaidWhenTheNextComes() {
    var now = new AtomicReference<>(Instant.EPOCH.plusSeconds(3_600));
    var limit = new LogLimit(now::get);
    var logger = context.getLogger("parley.http");
    for (var n = 0; n < 25; n++) {
      limit.decide(event(logger, n));
    }
    now.set(now.get().plusSeconds(61));
    var next = event(logger, 26);
    assertThat(limit.decide(next)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(next.getKeyValuePairs()).hasToString("[unwritten=\"15\"]");
  }

  private static LoggingEvent event(Logger logger, int n) {
    return new LoggingEvent("", logger, Level.WARN, "{} failed", null, new Object[] {n});
  }

  private void configure(Format format, Set<String> levels) {
    LogOutput.configure(context, new Logging(format, levels, false, 0, 0));
  }

  private String[] lines() {
    return out.toString(StandardCharsets.UTF_8).split("\n");
  }
}
