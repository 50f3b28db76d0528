package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.TestStores;
import parley.mail.SmtpProxy.Mood;

@ResourceLock(TestStores.OUTBOX)
@Execution(ExecutionMode.SAME_THREAD)
class SmtpFaultsIT {

  private static final int MAILS = 12;
  private static final String DOMAIN = "faults.example";

  private final Postman postman = new Postman();
  private final SmtpProxy line = new SmtpProxy(postman.port());
  private final Senders senders = Senders.withEmptyOutbox(Postman.settings(line.port()));

  @AfterEach
  void stop() {
    senders.close();
    line.close();
    postman.close();
  }

  private void assertAllArrive(int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(count));
    assertThat(messageIds().stream().distinct()).hasSize(count);
  }

  private List<String> messageIds() {
    return postman.received().stream().map(mail -> Postman.header(mail, "Message-ID")).toList();
  }

  private void awaitFailures() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                !senders
                    .sql("SELECT id FROM mail WHERE state = 'queued' AND last_error IS NOT NULL")
                    .isEmpty());
  }

  private void assertMailsOutlive(Mood mood) {
    line.mood(mood);
    senders.start();
    senders.queue(MAILS, DOMAIN);
    awaitFailures();
    assertThat(senders.count("sent") + senders.count("failed")).isZero();
    line.mood(Mood.GOOD);
    assertAllArrive(MAILS);
  }

  @Test
  void mailsOutliveAServerThatIsDown() {
    line.down();
    senders.start();
    senders.queue(MAILS, DOMAIN);
    awaitFailures();
    line.up();
    assertAllArrive(MAILS);
    assertThat(messageIds()).hasSize(MAILS);
  }

  @Test
  void mailsOutliveAServerThatHangs() {
    assertMailsOutlive(Mood.HANGING);
    assertThat(messageIds()).hasSize(MAILS);
  }

  @Test
  void mailsOutliveAServerThatRefusesToServe() {
    assertMailsOutlive(Mood.REFUSING);
    assertThat(messageIds()).hasSize(MAILS);
  }

  @Test
  void mailsOutliveAConnectionThatEndsInTheMiddleOfThem() {
    assertMailsOutlive(Mood.CUTTING);
    assertThat(messageIds()).hasSize(MAILS);
  }

  @Test
  void aMailWhoseAnswerGotLostIsRepeatedWithTheSameMessageId() {
    assertMailsOutlive(Mood.FORGETTING);
    assertThat(messageIds()).hasSizeGreaterThan(MAILS);
    assertThat(messageIds().stream().distinct()).hasSize(MAILS);
  }

  @Test
  void aSlowServerGetsEveryMailOnce() {
    line.mood(Mood.SLOW);
    senders.start();
    senders.queue(MAILS, DOMAIN);
    assertAllArrive(MAILS);
    assertThat(messageIds()).hasSize(MAILS);
  }

  @Test
  void aRefusedAddressFailsAtOnceWithTheAnswerAndBlocksNoOther() {
    line.answer("m0@", "550 5.1.1 no such mailbox");
    senders.start();
    senders.queue(MAILS, DOMAIN);
    await().untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(MAILS - 1));
    await().untilAsserted(() -> assertThat(senders.count("failed")).isEqualTo(1));
    var failed = senders.sql("SELECT attempts, last_error FROM mail WHERE state = 'failed'").get(0);
    assertThat(failed.getInteger("attempts")).isEqualTo(1);
    assertThat(failed.getString("last_error")).contains("550 5.1.1 no such mailbox");
  }

  @Test
  void aTemporaryRefusalIsTriedAgainLaterAndLaterAndBlocksNoOther() {
    line.answer("m0@", "451 4.7.1 greylisted, come again");
    senders.start();
    senders.queue(MAILS, DOMAIN);
    await().untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(MAILS - 1));
    var late = "SELECT attempts, last_error FROM mail WHERE state = 'queued' AND attempts >= 2";
    await().atMost(Duration.ofSeconds(20)).until(() -> !senders.sql(late).isEmpty());
    assertThat(senders.sql(late).get(0).getString("last_error")).contains("451 4.7.1 greylisted");
    line.answer("m0@", null);
    assertAllArrive(MAILS);
  }

  @Test
  void anAddressThatNoServerTakesFailsWithoutAskingOne() {
    senders.start();
    senders.queue(1, "bad domain.example");
    await().untilAsserted(() -> assertThat(senders.count("failed")).isEqualTo(1));
    assertThat(senders.sql("SELECT last_error FROM mail").get(0).getString("last_error"))
        .isEqualTo("The mail cannot be created: mail servers do not accept this address");
  }
}
