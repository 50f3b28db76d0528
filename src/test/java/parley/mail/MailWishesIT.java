package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.mail.Postman.header;
import static parley.mail.Postman.html;
import static parley.mail.Postman.subject;
import static parley.mail.Postman.text;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Client;
import parley.Forum;
import parley.TestStores;
import parley.session.SessionKey;

@ResourceLock(TestStores.OUTBOX)
class MailWishesIT {

  private static Postman postman;
  private static Forum forum;

  @BeforeAll
  static void start() {
    postman = new Postman();
    var settings = new HashMap<>(postman.settings());
    settings.put("PARLEY_MAIL_MENTIONS_PER_HOUR", "3");
    settings.put("PARLEY_MAIL_MENTIONS_CAUSED_PER_HOUR", "5");
    settings.put("PARLEY_MAIL_PER_HOUR", "2");
    forum = Forum.sending(settings);
  }

  @AfterAll
  static void stop() {
    forum.close();
    postman.close();
  }

  private static Client verified() {
    var client = forum.member();
    forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", client.id());
    return client;
  }

  private static void mention(Client author, Client... members) {
    var names = new StringBuilder("Hello");
    for (var member : members) {
      names.append(" @").append(member.username());
    }
    author.topic("A mention", names.toString());
  }

  /** The end of the newest mail to the address: its state and the reason. */
  private static JsonObject end(String recipient) {
    return await()
        .until(
            () ->
                forum
                    .sql(
                        "SELECT state, last_error FROM mail WHERE recipient = ? ORDER BY id DESC"
                            + " LIMIT 1",
                        recipient)
                    .get(0),
            mail -> !"queued sending".contains(mail.getString("state")));
  }

  private static void assertSkipped(String recipient, String reason) {
    assertThat(end(recipient))
        .isEqualTo(new JsonObject().put("state", "skipped").put("last_error", reason));
  }

  @Test
  void mentionsAreMailedToVerifiedAddressesOnly() {
    var unverified = forum.member();
    mention(forum.member(), unverified);
    assertSkipped(unverified.email(), "The address is not verified.");
  }

  @Test
  void anAddressGivenUpGetsNoMoreMentions() {
    var moved = verified();
    forum.sql(
        """
        INSERT INTO mail (message_id, kind, member_id, recipient, data, next_attempt_at, queued_at,
          created_at)
        VALUES (UUID(), 'mention', ?, 'given-up@example.org', '{}', UTC_TIMESTAMP(), UTC_TIMESTAMP(),
          UTC_TIMESTAMP())
        """,
        moved.id());
    assertSkipped("given-up@example.org", "The member has a different address now.");
  }

  @Test
  void membersSwitchMentionMailsOffAndOnInTheSettings() {
    var member = verified();
    var author = forum.member();
    var off = new JsonObject().put("mentionMails", false);
    assertThat(member.post("/api/setting/profile", off).json().getBoolean("mentionMails"))
        .isFalse();
    mention(author, member);
    assertSkipped(member.email(), "The member has switched such mails off.");

    member.post("/api/setting/profile", new JsonObject().put("mentionMails", true)).expect(200);
    mention(author, member);
    assertThat(end(member.email()).getString("state")).isEqualTo("sent");
  }

  @Test
  void oneClickEndsMentionMailsWithoutSigningIn() {
    var member = verified();
    mention(forum.member(), member);
    var mail = postman.awaitMails(member.email(), 2).get(1);
    assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    var link = header(mail, "List-Unsubscribe");
    assertThat(link).matches("<http://localhost:8080/api/mail/unsubscribe\\?token=[\\w-]+>");
    assertThat(text(mail)).contains(link.substring(1, link.length() - 1));
    var path = link.replaceAll("^<http://localhost:8080|>$", "");

    var page = forum.guest().get(path).expect(200);
    assertThat(Jsoup.parse(page.body().toString()).select("form[method=post]").attr("action"))
        .isEqualTo(path);
    assertThat(member.post("/api/user").json().getBoolean("mentionMails")).isTrue();

    forum
        .guest()
        .header("content-type", "application/x-www-form-urlencoded")
        .send(HttpMethod.POST, path, Buffer.buffer("List-Unsubscribe=One-Click"))
        .expect(204);
    assertThat(member.post("/api/user").json().getBoolean("mentionMails")).isFalse();

    var browser = forum.guest().header("accept", "text/html").post(path).expect(303);
    assertThat(forum.guest().get(browser.header("location")).expect(200).body().toString())
        .contains("no more mails about mentions");
  }

  @Test
  void linksOfMailsThatWereSentBeforeLinksNamedAWishStillWork() {
    var member = verified();
    var key = SessionKey.of(forum.settings());
    var links = new UnsubscribeLinks("", key);
    var path = links.of(new UnsubscribeLinks.Subject(member.id(), ""));
    assertThat(forum.guest().get(path).expect(200).body().toString()).contains("mentions you?");
    forum.guest().post(path).expect(204);
    assertThat(member.post("/api/user").json().getBoolean("mentionMails")).isFalse();
  }

  @Test
  void aLinkThatIsNotOursLeadsToAPageThatSaysSo() {
    var key = SessionKey.of(forum.settings());
    var unknown = new UnsubscribeLinks("", key).of(new UnsubscribeLinks.Subject(1, "unknown"));
    for (var path :
        new String[] {
          unknown,
          "/api/mail/unsubscribe",
          "/api/mail/unsubscribe?token=x",
          "/api/mail/unsubscribe?done=unknown"
        }) {
      var page = Jsoup.parse(forum.guest().get(path).expect(400).body().toString());
      assertThat(page.select("form")).isEmpty();
      assertThat(page.select("main").text()).contains("not complete");
    }
    forum.guest().post(unknown).expectProblem(422, "token:not_good");
  }

  @Test
  void aForgedLinkSwitchesNothingOff() {
    var member = verified();
    mention(forum.member(), member);
    var mail = postman.awaitMails(member.email(), 2).get(1);
    var token = header(mail, "List-Unsubscribe").replaceAll(".*token=|>", "");
    for (var forged :
        new String[] {"", "x", "AAAA", token.substring(1), "B" + token, token + "AAAA"}) {
      forum
          .guest()
          .post("/api/mail/unsubscribe?token=" + forged)
          .expectProblem(422, "token:not_good");
    }
    assertThat(member.post("/api/user").json().getBoolean("mentionMails")).isTrue();
  }

  @Test
  void mailsOtherThanMentionsHaveNoWayOut() {
    assertThat(header(postman.awaitMail(forum.member().email()), "List-Unsubscribe")).isNull();
  }

  @Test
  void nobodyGetsMoreMentionsAnHourThanAllowed() {
    var member = verified();
    for (var i = 0; i < 4; i++) {
      mention(forum.member(), member);
    }
    assertSkipped(member.email(), "The address gets no more than 3 an hour.");
    assertThat(postman.awaitMails(member.email(), 4)).hasSize(4);
  }

  @Test
  void nobodyCausesMoreMentionsAnHourThanAllowed() {
    var author = forum.member();
    var members = new Client[6];
    for (var i = 0; i < members.length; i++) {
      members[i] = verified();
    }
    mention(author, members);
    for (var member : members) {
      end(member.email());
    }
    assertThat(
            forum.sql(
                "SELECT last_error FROM mail WHERE caused_by = ? AND state = 'skipped'",
                author.id()))
        .containsExactly(
            new JsonObject().put("last_error", "Its author causes no more than 5 an hour."));
  }

  @Test
  void nobodyIsFloodedWithMailsOfOneKind() {
    var member = forum.member();
    member.post("/api/email/send").expect(202);
    member.post("/api/email/send").expect(202);
    assertSkipped(member.email(), "The address gets no more than 2 an hour.");
    assertThat(postman.awaitMails(member.email(), 2)).hasSize(2);
  }

  @Test
  void mailsAreInTheLanguageOfTheBrowserThatRegisteredUntilTheMemberChoosesAnother() {
    var member =
        forum
            .guest()
            .header("accept-language", "zh-Hans-CN, en;q=0.5")
            .register(Forum.unique("zh"));
    var mail = postman.awaitMail(member.email());
    assertThat(subject(mail)).isEqualTo("请确认你在 Parley 的邮箱地址");
    assertThat(text(mail)).startsWith(member.username() + "，你好：");
    assertThat(Jsoup.parse(html(mail)).selectFirst("html").attr("lang")).isEqualTo("zh-CN");
    assertThat(member.post("/api/user").json().getString("language")).isEqualTo("zh-CN");

    member.post("/api/setting/profile", new JsonObject().put("language", "en")).expect(200);
    member.post("/api/email/send").expect(202);
    assertThat(subject(postman.awaitMails(member.email(), 2).get(1))).startsWith("Confirm");
  }

  @Test
  void aLanguageThatTheForumDoesNotHaveIsRefused() {
    forum.member().post("/api/setting/profile", new JsonObject().put("language", "fr")).expect(422);
  }
}
