package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.TestStores;

/**
 * Kills the sending process again and again while mails are under way. {@code bin/mail-faults} runs
 * it with more of both; {@code -Dmail.seed} repeats a run's choice of moments.
 */
@ResourceLock(TestStores.OUTBOX)
class KilledSenderIT {

  private static final int MAILS = Integer.getInteger("mail.count", 200);
  private static final int KILLS = Integer.getInteger("mail.kills", 3);

  /** Late enough an answer that a kill falls into the middle of several mails. */
  private static final int ANSWER_MS = 4;

  @Test
  void everyMailArrivesHoweverOftenTheSenderIsKilled() throws Exception {
    var seed = Long.getLong("mail.seed", System.nanoTime());
    var random = new Random(seed);
    try (var postman = new Postman();
        var line = new SmtpProxy(postman.port());
        var senders = Senders.withEmptyOutbox(Postman.settings(line.port()))) {
      line.slow(ANSWER_MS);
      senders.queue(MAILS, "killed.example");
      for (var kill = 0; kill < KILLS; kill++) {
        var until = postman.received().size() + 1 + random.nextInt(MAILS / (KILLS + 1));
        var process = launch(line);
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
            .until(() -> postman.received().size() >= Math.min(until, MAILS));
        process.destroyForcibly().onExit().join();
      }
      assertThat(senders.count("sent")).as("sent before the last kill").isLessThan(MAILS);

      senders.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(senders.count("sent")).isEqualTo(MAILS));
      var arrived = postman.received().stream().map(mail -> Postman.header(mail, "Message-ID"));
      var ids = arrived.toList();
      assertThat(new HashSet<>(ids)).as("seed %d", seed).hasSize(MAILS);
      System.out.printf(
          "%d mails, %d kills: all arrived, %d repeats under the same Message-ID (seed %d)%n",
          MAILS, KILLS, ids.size() - MAILS, seed);
    }
  }

  private static Process launch(SmtpProxy line) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            SendingProcess.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    builder.environment().putAll(Postman.settings(line.port()));
    builder.environment().putAll(TestStores.ofSenders().settings());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
