package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.TestStores;

@ResourceLock(TestStores.OUTBOX)
@Execution(ExecutionMode.SAME_THREAD)
class SmtpSecurityIT {

  private static Senders senders(int port, Map<String, String> more) {
    var settings = new HashMap<>(Postman.settings(port));
    settings.putAll(more);
    return Senders.withEmptyOutbox(settings);
  }

  /** What stands beside a mail that waits for its second attempt. */
  private static String trouble(Senders senders) {
    senders.start();
    senders.queue(1, "secure.example");
    await()
        .until(
            () ->
                !senders
                    .sql("SELECT id FROM mail WHERE state = 'queued' AND last_error IS NOT NULL")
                    .isEmpty());
    return senders.sql("SELECT last_error FROM mail").get(0).getString("last_error");
  }

  @Test
  void whereStarttlsIsInsistedUponAServerWithoutItGetsNothing() {
    try (var postman = new Postman();
        var senders = senders(postman.port(), Map.of("PARLEY_MAIL_TLS", "starttls"))) {
      assertThat(trouble(senders)).isEqualTo("STARTTLS required but not supported by server");
      assertThat(postman.received()).isEmpty();
    }
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    Postman.start(server);
    try (var senders = senders(server.getSmtps().getPort(), Map.of("PARLEY_MAIL_TLS", "tls"))) {
      assertThat(trouble(senders)).contains("SSL");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatAsksForAPasswordGetsTheConfiguredOneAndMailsOutliveAWrongOne() {
    var server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("forum", "pass word"));
    Postman.start(server);
    var port = server.getSmtp().getPort();
    try {
      var wrong = Map.of("PARLEY_MAIL_USER", "forum", "PARLEY_MAIL_PASSWORD", "other");
      try (var senders = senders(port, wrong)) {
        assertThat(trouble(senders)).contains("535").doesNotContain("other");
        assertThat(senders.count("failed")).isZero();
      }
      var right = Map.of("PARLEY_MAIL_USER", "forum", "PARLEY_MAIL_PASSWORD", "pass word");
      try (var senders = senders(port, right)) {
        senders.start();
        senders.queue(1, "secure.example");
        await().untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(1));
      }
    } finally {
      server.stop();
    }
  }
}
