package parley.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Metrics for mails. The gauges describe the whole outbox at the last round, regardless of the
 * sender. The counters describe this process.
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
    gauge(registry, "parley.mail.queued", "Mails waiting or being sent", waiting);
    gauge(
        registry,
        "parley.mail.failed",
        "Mails that have failed permanently and are still in the outbox",
        failedForGood);
    gauge(registry, "parley.mail.oldest.seconds", "Age of the oldest waiting mail", oldestSeconds);
    sent = counter(registry, "parley.mail.sent", "Mails accepted by the SMTP server");
    failed = counter(registry, "parley.mail.failures", "Mails that have failed permanently");
    postponed = counter(registry, "parley.mail.postponed", "Failed attempts that will be retried");
    skipped =
        counter(registry, "parley.mail.skipped", "Mails skipped because they must not be sent");
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
