package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.TestStores;

@ResourceLock(TestStores.OUTBOX)
@Execution(ExecutionMode.SAME_THREAD)
class SendersIT {

  private final Postman postman = new Postman();
  private final Senders senders = Senders.withEmptyOutbox(postman.settings());

  @AfterEach
  void stop() {
    senders.close();
    postman.close();
  }

  private void assertEachArrivedOnce(int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(count));
    var ids = postman.received().stream().map(mail -> Postman.header(mail, "Message-ID")).toList();
    assertThat(ids).hasSize(count);
    assertThat(new HashSet<>(ids)).hasSize(count);
  }

  @Test
  void sendersSideBySideSendEachMailOnce() {
    senders.start();
    senders.start();
    senders.queue(200, "together.example");
    assertEachArrivedOnce(200);
  }

  @Test
  void aMailWhoseWakeUpWasLostIsFound() {
    senders.start();
    senders.sql(
        """
        INSERT INTO mail (message_id, kind, member_id, recipient, data, next_attempt_at, queued_at,
          created_at)
        VALUES (UUID(), 'notice', 1, 'a@quiet.example', '{"username": "A"}',
          UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP())
        """);
    assertThat(postman.awaitMail("a@quiet.example")).isNotNull();
  }

  @Test
  void aClaimIsTakenOverWhenItsLeaseHasEndedAndNotBefore() {
    senders.queue(2, "claimed.example");
    senders.sql(
        """
        UPDATE mail SET state = 'sending', attempts = 1, claimed_by = 'dead',
          next_attempt_at = UTC_TIMESTAMP() + INTERVAL IF(recipient LIKE 'm0%', -1, 3600) SECOND
        """);
    senders.start();
    postman.awaitMail("m0@claimed.example");
    await().untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(1));
    assertThat(senders.count("sending")).isEqualTo(1);
    assertThat(postman.received()).hasSize(1);
  }

  @Test
  void aSenderThatStopsLosesAndRepeatsNothing() {
    var first = senders.start();
    senders.queue(100, "stopped.example");
    await().until(() -> postman.received().size() > 5);
    senders.stop(first);
    assertThat(senders.count("sending")).isZero();
    senders.start();
    assertEachArrivedOnce(100);
  }

  @Test
  void aMailThatFailsForDaysHasFailedForGoodWithItsLastAnswer() {
    senders.queue(1, "old.example");
    senders.sql(
        """
        UPDATE mail SET attempts = 40, last_error = '451 not now',
          queued_at = UTC_TIMESTAMP() - INTERVAL 121 HOUR
        """);
    senders.start();
    await().untilAsserted(() -> assertThat(senders.count("failed")).isEqualTo(1));
    assertThat(senders.sql("SELECT last_error FROM mail").get(0).getString("last_error"))
        .isEqualTo("No more retries after 120 h: 451 not now");
    assertThat(postman.received()).isEmpty();
  }

  @Test
  void whatIsDoneIsRemovedAfterAMonthAndWhatIsNotStays() {
    senders.queue(3, "kept.example");
    senders.sql(
        """
        UPDATE mail SET created_at = UTC_TIMESTAMP() - INTERVAL IF(recipient LIKE 'm0%', 31, 29) DAY,
          state = 'failed', next_attempt_at = NULL
        WHERE recipient NOT LIKE 'm2%'
        """);
    senders.sql(
        """
        UPDATE mail SET created_at = UTC_TIMESTAMP() - INTERVAL 31 DAY,
          next_attempt_at = UTC_TIMESTAMP() + INTERVAL 1 DAY
        WHERE recipient LIKE 'm2%'
        """);
    senders.start();
    await()
        .untilAsserted(
            () ->
                assertThat(senders.sql("SELECT recipient FROM mail ORDER BY id"))
                    .extracting(mail -> mail.getString("recipient"))
                    .containsExactly("m1@kept.example", "m2@kept.example"));
  }

  @Test
  void metricsShowWhatWaitsAndWhatFailed() {
    senders.queue(3, "measured.example");
    senders.sql(
        """
        UPDATE mail SET queued_at = UTC_TIMESTAMP() - INTERVAL 90 SECOND,
          next_attempt_at = UTC_TIMESTAMP() + INTERVAL 1 HOUR WHERE recipient LIKE 'm0%'
        """);
    senders.sql(
        "UPDATE mail SET state = 'failed', next_attempt_at = NULL WHERE recipient LIKE 'm1%'");
    senders.start();
    await()
        .untilAsserted(
            () -> {
              assertThat(gauge("parley.mail.queued")).isEqualTo(1);
              assertThat(gauge("parley.mail.failed")).isEqualTo(1);
              assertThat(gauge("parley.mail.oldest.seconds")).isBetween(90.0, 150.0);
              assertThat(senders.metrics().get("parley.mail.sent").counter().count()).isEqualTo(1);
            });
  }

  private double gauge(String name) {
    return senders.metrics().get(name).gauge().value();
  }
}
