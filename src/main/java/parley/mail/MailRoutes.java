package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import parley.access.Group;
import parley.access.Permission;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;

/** Mails over HTTP: the outbox for administrators, and how members stop mails they get. */
public final class MailRoutes {

  /** See the outbox, and queue mails again. */
  static final Permission MANAGE = new Permission("mails", Group.ADMINS);

  private final MailService mails;
  private final MailKinds kinds;
  private final UnsubscribeLinks links;

  MailRoutes(MailService mails, MailKinds kinds, UnsubscribeLinks links) {
    this.mails = mails;
    this.kinds = kinds;
    this.links = links;
  }

  public void bind(Operations operations) {
    operations
        .on("listMails", this::list)
        .on("retryMail", this::retry)
        .onFile("unsubscribe", this::unsubscribe);
  }

  private Future<Answer> list(RoutingContext ctx) {
    Caller.viewer(ctx).require(MANAGE);
    var state = Optional.ofNullable(ctx.queryParams().get("state")).map(MailState::of);
    return mails.list(state, Parameters.page(ctx)).map(Answer::ok);
  }

  private Future<Answer> retry(RoutingContext ctx) {
    Caller.viewer(ctx).require(MANAGE);
    return mails.retry(Parameters.id(ctx)).map(Answer::ok);
  }

  /** A mail server gets an empty answer (RFC 8058, 3.2); a person gets a page. */
  private Future<Void> unsubscribe(RoutingContext ctx) {
    var subject = links.subject(ctx.queryParams().get("token")).orElseThrow(MailRoutes::notGood);
    var wish = kinds.wish(subject.wish()).orElseThrow(MailRoutes::notGood);
    return wish.switchOff(subject.memberId())
        .compose(
            off -> {
              var accepted = String.valueOf(ctx.request().getHeader(HttpHeaders.ACCEPT));
              return accepted.contains("text/html")
                  ? ctx.response()
                      .setStatusCode(303)
                      .putHeader(HttpHeaders.LOCATION, UnsubscribePage.done(wish))
                      .end()
                  : ctx.response().setStatusCode(204).end();
            });
  }

  private static ForumException notGood() {
    return ForumException.invalid("token", "not_good", "This link is not complete.");
  }
}
