package parley.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.ext.web.Router;
import java.time.Clock;
import parley.config.Config;
import parley.config.MailSettings;
import parley.mail.message.Composer;
import parley.member.MemberService;
import parley.store.Database;

/** Creates and connects the classes of this package. */
public final class Mails {

  private final Config config;
  private final Database database;
  private final Clock clock;
  private final MailService service;
  private final MailRoutes routes;
  private final UnsubscribeLinks links;
  private final MeterRegistry registry;
  private MailMetrics metrics;

  /**
   * @param secret the server's secret; signs the unsubscribe links of mention mails
   */
  public Mails(
      Config config,
      Database database,
      MemberService members,
      Outbox outbox,
      byte[] secret,
      MeterRegistry registry,
      Clock clock) {
    this.config = config;
    this.database = database;
    this.clock = clock;
    this.service = new MailService(database, outbox, clock);
    this.links = new UnsubscribeLinks(config.site().url(), secret);
    this.routes = new MailRoutes(service, members, links);
    this.registry = registry;
  }

  public MailRoutes routes() {
    return routes;
  }

  /** Pages outside the contract, because they are HTML for people. */
  public void addPages(Router router) {
    router.get(UnsubscribeLinks.PATH).handler(new UnsubscribePage(config.site().name()));
  }

  /**
   * Creates a sender to deploy. Only a process with a sender measures mails.
   *
   * @param smtp from the configuration, or for an embedded server
   */
  public Deployable sender(MailSettings smtp) {
    if (metrics == null) {
      metrics = new MailMetrics(registry);
    }
    var composer = new Composer(config.site().name(), config.site().url(), smtp.sender());
    return new MailVerticle(
        smtp, database, service, new MailBuilder(composer, links), metrics, clock);
  }
}
