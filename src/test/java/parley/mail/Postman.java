package parley.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A real SMTP server, and what it took. */
public final class Postman implements AutoCloseable {

  /**
   * The server's threads fail when a client hangs up in the middle, which is what tests do.
   * Awaitility would else let whichever test waits fail with them.
   */
  private static final ThreadGroup THREADS =
      new ThreadGroup("postman") {
        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
          LoggerFactory.getLogger(Postman.class).debug("A connection failed", failure);
        }
      };

  private final GreenMail server;

  public Postman() {
    server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    start(server);
  }

  /** Starts a server in {@link #THREADS}. */
  static void start(GreenMail server) {
    var starting = new Thread(THREADS, server::start);
    starting.start();
    try {
      starting.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** Settings of a forum that sends here, soon again after a failure. */
  public Map<String, String> settings() {
    return settings(port());
  }

  /** The same for a server at another port. */
  static Map<String, String> settings(int port) {
    return Map.of(
        "PARLEY_MAIL_HOST", "127.0.0.1",
        "PARLEY_MAIL_PORT", Integer.toString(port),
        "PARLEY_MAIL_TLS", "none",
        "PARLEY_MAIL_SENDER", "forum@parley.example",
        "PARLEY_MAIL_SWEEP_SECONDS", "1",
        "PARLEY_MAIL_RETRY_SECONDS", "1",
        "PARLEY_MAIL_TIMEOUT_SECONDS", "1",
        "PARLEY_MAIL_LEASE_SECONDS", "5");
  }

  List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  List<MimeMessage> receivedBy(String recipient) {
    return received().stream().filter(mail -> recipient.equals(header(mail, "To"))).toList();
  }

  /** Waits for so many mails to the address, and gives them in the order they came. */
  List<MimeMessage> awaitMails(String recipient, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> receivedBy(recipient), mails -> mails.size() >= count);
  }

  public MimeMessage awaitMail(String recipient) {
    return awaitMails(recipient, 1).get(0);
  }

  /** The header, unfolded but not decoded; null where there is none. */
  static String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, "\n");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(MimeMessage mail) {
    return part(mail, 0, "text/plain");
  }

  static String html(MimeMessage mail) {
    return part(mail, 1, "text/html");
  }

  /** What follows the path in the first link to it. */
  static String token(MimeMessage mail, String path) {
    return text(mail)
        .lines()
        .filter(line -> line.contains(path))
        .findFirst()
        .orElseThrow()
        .replaceFirst(".*token=", "");
  }

  static Stream<String> headerNames(MimeMessage mail) {
    try {
      var names = Stream.<String>builder();
      mail.getAllHeaders().asIterator().forEachRemaining(header -> names.add(header.getName()));
      return names.build();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(MimeMessage mail, int number, String type) {
    try {
      var part = ((Multipart) mail.getContent()).getBodyPart(number);
      if (!part.isMimeType(type)) {
        throw new AssertionError(part.getContentType() + " where " + type + " should be");
      }
      return ((String) part.getContent()).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
