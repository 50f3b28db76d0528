package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Forum;
import parley.TestStores;
import parley.mail.SmtpProxy.Mood;

@ResourceLock(TestStores.OUTBOX)
class RequestsWhileSmtpHangsIT {

  @Test
  void requestsThatCauseMailsDoNotWaitForSmtpAndTheirMailsArriveLater() {
    try (var postman = new Postman();
        var line = new SmtpProxy(postman.port());
        var forum = Forum.sending(Postman.settings(line.port()))) {
      line.mood(Mood.HANGING);
      var author = forum.member();
      var mentioned = forum.member();
      forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", mentioned.id());
      var topic = author.topic("Quick", "Is it?").getLong("id");

      var began = Instant.now();
      for (var i = 0; i < 10; i++) {
        author.reply(topic, "Yes, @" + mentioned.username());
      }
      assertThat(Duration.between(began, Instant.now()))
          .as("ten replies, while a mail to a server that hangs takes a second or more to fail")
          .isLessThan(Duration.ofSeconds(5));
      assertThat(postman.received()).isEmpty();

      line.mood(Mood.GOOD);
      assertThat(postman.awaitMails(mentioned.email(), 11)).hasSize(11);
    }
  }

  @Test
  void anUnreachableServerKeepsTheForumNeitherFromStartingNorFromStopping() {
    var nobody = Map.of("PARLEY_MAIL_HOST", "127.0.0.1", "PARLEY_MAIL_PORT", "1");
    try (var forum = Forum.sending(nobody)) {
      forum.member();
    }
  }
}
