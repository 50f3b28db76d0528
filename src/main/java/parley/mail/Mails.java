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

/** Puts the parts of this package together. */
public final class Mails {

  private final Config config;
  private final Database database;
  private final Clock clock;
  private final MailService service;
  private final MailRoutes routes;
  private final UnsubscribeLinks links;
  private final MailCheck mentions;
  private final MeterRegistry registry;
  private MailMetrics metrics;

  /**
   * @param mentions decides, when one is sent, whether its member may still read the post
   * @param secret the server's own; signs the links out of mention mails
   */
  public Mails(
      Config config,
      Database database,
      MemberService members,
      Outbox outbox,
      MailCheck mentions,
      byte[] secret,
      MeterRegistry registry,
      Clock clock) {
    this.config = config;
    this.database = database;
    this.clock = clock;
    this.service = new MailService(database, outbox, clock);
    this.links = new UnsubscribeLinks(config.site().url(), secret);
    this.routes = new MailRoutes(service, members, links);
    this.mentions = mentions;
    this.registry = registry;
  }

  public MailRoutes routes() {
    return routes;
  }

  /** The pages that are not of the contract, because people see them. */
  public void addPages(Router router) {
    router.get(UnsubscribeLinks.PATH).handler(new UnsubscribePage(config.site().name()));
  }

  /**
   * A new sender, to be deployed. Only a process that has one measures mails.
   *
   * @param smtp the configuration's, or that of an embedded server
   */
  public Deployable sender(MailSettings smtp) {
    if (metrics == null) {
      metrics = new MailMetrics(registry);
    }
    var composer = new Composer(config.site().name(), config.site().url(), smtp.sender());
    return new MailVerticle(
        smtp, database, service, new MailBuilder(composer, links), mentions, metrics, clock);
  }
}
