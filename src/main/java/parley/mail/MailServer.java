package parley.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Config;
import parley.config.Config.Role;
import parley.config.ConfigException;
import parley.config.MailSettings;
import parley.mail.dev.DevMailPages;
import parley.mail.dev.DevMailbox;

/**
 * The SMTP server that receives the mails: the configured one, or an embedded one whose mails are
 * shown on a page. A process that sends no mails needs neither.
 */
public final class MailServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailServer.class);

  private final Vertx vertx;
  private final Config config;
  private final @Nullable DevMailbox embedded;
  private final String key = DevMailPages.newKey();

  /** Blocks. */
  public MailServer(Vertx vertx, Config config) {
    this.vertx = vertx;
    this.config = config;
    this.embedded =
        config.mail().embedded() && config.roles().contains(Role.MAIL) ? embedded() : null;
  }

  /** Logs the address of the page that shows the mails, if there is no SMTP server. */
  public void announce() {
    if (embedded != null) {
      log.info(
          "No SMTP server is configured: mails are not sent, but shown at {}{}",
          config.site().url(),
          mailPage());
    }
  }

  /** The address of the page that shows the mails of the embedded server. */
  public String mailPage() {
    return DevMailPages.address(key);
  }

  private static DevMailbox embedded() {
    try {
      return DevMailbox.start();
    } catch (NoClassDefFoundError e) {
      throw new ConfigException(
          "mail.host", "an SMTP server is needed, because this Parley package has no embedded one");
    }
  }

  /** The server that receives the mails. */
  public MailSettings smtp() {
    return embedded == null ? config.mail() : config.mail().withEmbedded(embedded.port());
  }

  /** Adds the pages that show the mails of the embedded server, if there is one. */
  public void addPages(Router router) {
    if (embedded != null) {
      new DevMailPages(vertx, embedded, key).add(router);
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
