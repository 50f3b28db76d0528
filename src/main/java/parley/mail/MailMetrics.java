package parley.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is measured of mails. The gauges are of the whole outbox, whoever sends, as of the last
 * round; the counters are of this process.
 */
final class MailMetrics {

  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong failedForGood = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();
  private final Counter sent;
  private final Counter failed;
  private final Counter postponed;
  private final Counter skipped;

  MailMetrics(MeterRegistry registry) {
    gauge(registry, "parley.mail.queued", "Mails that wait or are being sent", waiting);
    gauge(registry, "parley.mail.failed", "Mails in the state failed", failedForGood);
    gauge(
        registry, "parley.mail.oldest.seconds", "Age of the oldest mail that waits", oldestSeconds);
    sent = counter(registry, "parley.mail.sent", "Mails the SMTP server has taken");
    failed = counter(registry, "parley.mail.failures", "Mails that have failed for good");
    postponed = counter(registry, "parley.mail.postponed", "Attempts that are made again");
    skipped = counter(registry, "parley.mail.skipped", "Mails that must not be sent");
  }

  private static void gauge(MeterRegistry registry, String name, String what, AtomicLong value) {
    Gauge.builder(name, value, AtomicLong::get).description(what).register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String what) {
    return Counter.builder(name).description(what).register(registry);
  }

  void show(long waiting, long failed, Duration oldest) {
    this.waiting.set(waiting);
    this.failedForGood.set(failed);
    this.oldestSeconds.set(oldest.toSeconds());
  }

  void sent() {
    sent.increment();
  }

  void failed() {
    failed.increment();
  }

  void postponed() {
    postponed.increment();
  }

  void skipped() {
    skipped.increment();
  }
}
