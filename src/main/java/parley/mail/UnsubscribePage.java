package parley.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import parley.text.Language;

/**
 * Shows a confirmation page for the link in {@code List-Unsubscribe}. Programs that check links
 * follow it too, so a GET changes nothing (RFC 8058, 5).
 */
final class UnsubscribePage implements Handler<RoutingContext> {

  private static final Map<Language, Map<String, String>> WORDS =
      Map.of(
          Language.EN,
          Map.of(
              "question", "Stop mails when somebody mentions you?",
              "answer", "Stop these mails",
              "done",
                  "You will get no more mails about mentions. You can turn them on again in the"
                      + " settings."),
          Language.ZH_CN,
          Map.of(
              "question", "不再接收他人提及你时的邮件？",
              "answer", "停止发送",
              "done", "你不会再收到提及邮件。可在设置中重新开启。"));

  private final String siteName;
  private final Template page =
      Mustache.compiler()
          .compile(
              new InputStreamReader(
                  UnsubscribePage.class.getResourceAsStream("/mail/unsubscribe.html.mustache"),
                  StandardCharsets.UTF_8));

  /** Reads the page; blocks. */
  UnsubscribePage(String siteName) {
    this.siteName = siteName;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var language =
        Language.preferred(ctx.acceptableLanguages().stream().map(LanguageHeader::value).toList());
    var token = ctx.queryParams().get("token");
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            page.execute(
                Map.of(
                    "language",
                    language.tag(),
                    "site",
                    siteName,
                    "words",
                    WORDS.get(language),
                    "path",
                    UnsubscribeLinks.PATH,
                    "asks",
                    token != null,
                    "token",
                    token == null ? "" : token)));
  }
}
