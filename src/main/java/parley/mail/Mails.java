package parley.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.access.Access;
import parley.config.Config;
import parley.config.MailSettings;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Point;
import parley.http.Operations;
import parley.http.Pages;
import parley.mail.message.Composer;
import parley.mail.message.Phrases;
import parley.personal.PersonalData;
import parley.store.Database;
import parley.text.Language;

/** The outbox of mails, its sender, and what administrators and recipients see of it. */
public final class Mails implements Feature {

  /** The kinds of mails that features send. */
  public static final Point<MailKind> KINDS = new Point<>("kinds of mails");

  private final Config config;
  private final Database database;
  private final Clock clock;
  private final MailKinds kinds;
  private final Map<Language, Phrases> phrases;
  private final MailService service;
  private final MailRoutes routes;
  private final UnsubscribeLinks links;
  private final MeterRegistry registry;
  private @Nullable MailMetrics metrics;

  /**
   * Reads the sentences of mails; blocks.
   *
   * @param kinds all parts of {@link #KINDS}
   * @param secret the server's own; signs the links that switch mails off
   * @throws IllegalArgumentException where a kind lacks sentences
   */
  public Mails(Ground ground, List<MailKind> kinds, Outbox outbox, byte[] secret) {
    this.config = ground.config();
    this.database = ground.database();
    this.clock = ground.clock();
    this.kinds = new MailKinds(kinds);
    this.phrases = Phrases.of(this.kinds.owners());
    this.kinds.requireWords(phrases);
    this.service = new MailService(database, outbox, clock);
    this.links = new UnsubscribeLinks(config.site().url(), secret);
    this.routes = new MailRoutes(service, this.kinds, links);
    this.registry = ground.metrics();
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(PersonalData.POINT, MailData.MAILS)
        .add(Operations.POINT, routes::bind)
        .add(Pages.POINT, this::addPages)
        .add(Access.PERMISSIONS, MailRoutes.MANAGE);
  }

  private void addPages(Router router) {
    var page = new UnsubscribePage(config.site().name(), links, kinds, phrases);
    router.get(UnsubscribeLinks.PATH).handler(page);
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
    var composer = new Composer(config.site().name(), config.site().url(), smtp.sender(), phrases);
    return new MailVerticle(
        smtp, database, service, kinds, new MailBuilder(composer, links), metrics, clock);
  }
}
