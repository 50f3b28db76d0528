package parley.mail.dev;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Shows the mails of the embedded server, only to requests from the same machine that name the key
 * which the start of the server logs: a proxy on this machine looks like the machine itself. Other
 * requests get 404.
 */
public final class DevMailPages {

  public static final String PATH = "/dev/mail";

  private static final int KEY_BYTES = 16;

  /** A mail's HTML is shown with its styles and without scripts, as in a mail reader. */
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:";

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private final Vertx vertx;
  private final DevMailbox mailbox;
  private final String key;
  private final Template list = page("list");
  private final Template mail = page("mail");

  /** Reads the pages; blocks. */
  public DevMailPages(Vertx vertx, DevMailbox mailbox, String key) {
    this.vertx = vertx;
    this.mailbox = mailbox;
    this.key = key;
  }

  /** A key that nobody can guess. */
  public static String newKey() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The page and its key. */
  public static String address(String key) {
    return PATH + "?key=" + key;
  }

  private static Template page(String name) {
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .compile(
            new InputStreamReader(
                DevMailPages.class.getResourceAsStream("/mail/dev/" + name + ".html.mustache"),
                StandardCharsets.UTF_8));
  }

  public void add(Router router) {
    router.get(PATH).handler(local(this::list));
    router.get(PATH + "/:id").handler(local(ctx -> show(ctx, this::page)));
    router.get(PATH + "/:id/html").handler(local(ctx -> show(ctx, this::html)));
  }

  private Handler<RoutingContext> local(Handler<RoutingContext> handler) {
    return ctx -> {
      if (Loopback.isClient(ctx.request()) && hasKey(ctx)) {
        handler.handle(ctx);
      } else {
        ctx.next();
      }
    };
  }

  private boolean hasKey(RoutingContext ctx) {
    var given = ctx.queryParam("key");
    return given.size() == 1
        && MessageDigest.isEqual(
            given.get(0).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  private void list(RoutingContext ctx) {
    vertx
        .executeBlocking(mailbox::mails)
        .onSuccess(
            mails -> send(ctx, list.execute(Map.of("mails", mails, "path", PATH, "key", key))))
        .onFailure(ctx::fail);
  }

  private interface View {
    void of(RoutingContext ctx, CaughtMail mail);
  }

  private void show(RoutingContext ctx, View view) {
    vertx
        .executeBlocking(mailbox::mails)
        .onSuccess(
            mails ->
                mails.stream()
                    .filter(mail -> mail.id().equals(ctx.pathParam("id")))
                    .findFirst()
                    .ifPresentOrElse(mail -> view.of(ctx, mail), ctx::next))
        .onFailure(ctx::fail);
  }

  private void page(RoutingContext ctx, CaughtMail caught) {
    var links = ADDRESS.matcher(caught.text()).results().map(found -> found.group()).toList();
    send(ctx, mail.execute(Map.of("mail", caught, "links", links, "path", PATH, "key", key)));
  }

  private void html(RoutingContext ctx, CaughtMail caught) {
    ctx.response().putHeader("content-security-policy", MAIL_POLICY);
    send(ctx, caught.html());
  }

  private static void send(RoutingContext ctx, String html) {
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(html);
  }
}
