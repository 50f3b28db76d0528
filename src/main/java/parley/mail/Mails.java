package parley.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.ext.web.Router;
import java.time.Clock;
import parley.config.Config;
import parley.config.MailSettings;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.http.Pages;
import parley.mail.message.Composer;
import parley.member.MemberService;
import parley.store.Database;

/** The outbox of mails, its sender, and what administrators and recipients see of it. */
public final class Mails implements Feature {

  private final Config config;
  private final Database database;
  private final Clock clock;
  private final MailService service;
  private final MailRoutes routes;
  private final UnsubscribeLinks links;
  private final MeterRegistry registry;
  private MailMetrics metrics;

  /**
   * @param secret the server's own; signs the links out of mention mails
   */
  public Mails(Ground ground, MemberService members, Outbox outbox, byte[] secret) {
    this.config = ground.config();
    this.database = ground.database();
    this.clock = ground.clock();
    this.service = new MailService(database, outbox, clock);
    this.links = new UnsubscribeLinks(config.site().url(), secret);
    this.routes = new MailRoutes(service, members, links);
    this.registry = ground.metrics();
  }

  @Override
  public void addTo(Parts parts) {
    parts.add(Operations.POINT, routes::bind).add(Pages.POINT, this::addPages);
  }

  private void addPages(Router router) {
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
        smtp, database, service, new MailBuilder(composer, links), metrics, clock);
  }
}
