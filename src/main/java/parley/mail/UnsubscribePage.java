package parley.mail;

import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import parley.mail.message.Phrases;
import parley.text.Language;

/**
 * Asks a person who follows the link of {@code List-Unsubscribe} whether they mean it: programs
 * that check links follow them too, so a GET changes nothing (RFC 8058, 5). The same address, with
 * another parameter, shows that it is done.
 */
final class UnsubscribePage implements Handler<RoutingContext> {

  private final String siteName;
  private final Template page =
      Mustache.compiler()
          .compile(
              new InputStreamReader(
                  UnsubscribePage.class.getResourceAsStream("/mail/unsubscribe.html.mustache"),
                  StandardCharsets.UTF_8));

  private final UnsubscribeLinks links;
  private final MailKinds kinds;
  private final Map<Language, Phrases> phrases;

  /** Reads the page; blocks. */
  UnsubscribePage(
      String siteName, UnsubscribeLinks links, MailKinds kinds, Map<Language, Phrases> phrases) {
    this.siteName = siteName;
    this.links = links;
    this.kinds = kinds;
    this.phrases = phrases;
  }

  /** The address to which a browser is redirected once mails are switched off. */
  static String done(MailWish wish) {
    return UnsubscribeLinks.PATH + "?done=" + wish.word();
  }

  @Override
  public void handle(RoutingContext ctx) {
    var language =
        Language.preferred(ctx.acceptableLanguages().stream().map(LanguageHeader::value).toList());
    var words = requireNonNull(phrases.get(language));
    var token = ctx.queryParams().get("token");
    var done = ctx.queryParams().get("done");
    var wish =
        token == null
            ? Optional.ofNullable(done).filter(word -> !word.isEmpty()).flatMap(kinds::wish)
            : links.subject(token).flatMap(subject -> kinds.wish(subject.wish()));
    var sentence =
        wish.map(known -> known.word() + (token == null ? ".stopped" : ".question"))
            .orElse("unsubscribe.incomplete");
    ctx.response()
        .setStatusCode(wish.isPresent() ? 200 : 400)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            page.execute(
                Map.of(
                    "language",
                    language.tag(),
                    "site",
                    siteName,
                    "sentence",
                    words.say(sentence, Map.of()),
                    "answer",
                    words.say("unsubscribe.answer", Map.of()),
                    "path",
                    UnsubscribeLinks.PATH,
                    "asks",
                    wish.isPresent() && token != null,
                    "token",
                    token == null ? "" : token)));
  }
}
