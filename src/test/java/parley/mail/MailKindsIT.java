package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.mail.Postman.header;
import static parley.mail.Postman.html;
import static parley.mail.Postman.subject;
import static parley.mail.Postman.text;
import static parley.mail.Postman.token;

import io.vertx.core.json.JsonObject;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Client;
import parley.Forum;
import parley.TestStores;

@ResourceLock(TestStores.OUTBOX)
class MailKindsIT {

  private static Postman postman;
  private static Forum forum;

  @BeforeAll
  static void start() {
    postman = new Postman();
    forum = Forum.sending(postman.settings());
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

  @Test
  void everyMailHasATextAndAnHtmlPartAndTheHeadersOfAMailThatAProgramSends() {
    var mail = postman.awaitMail(forum.member().email());

    assertThat(header(mail, "Message-ID")).matches("<[0-9a-f-]{36}@parley\\.example>");
    assertThat(header(mail, "From")).isEqualTo("\"Parley\" <forum@parley.example>");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(mail, "Content-Language")).isEqualTo("en");
    assertThat(header(mail, "Date")).endsWith("GMT");
    assertThat(header(mail, "Content-Type")).startsWith("multipart/alternative");
    assertThat(text(mail)).doesNotContain("<");
    assertThat(Jsoup.parse(html(mail)).selectFirst("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void theLinkOfTheFirstMailVerifiesTheAddress() {
    var member = forum.member();
    var mail = postman.awaitMail(member.email());
    var token = token(mail, "/verify?token=");

    assertThat(subject(mail)).isEqualTo("Confirm your address for Parley");
    assertThat(Jsoup.parse(html(mail)).select("a[href$=" + token + "]")).hasSize(1);
    member.post("/api/email/verify", new JsonObject().put("token", token)).expect(204);
    assertThat(member.post("/api/user").json().getBoolean("emailVerified")).isTrue();
  }

  @Test
  void theVerificationIsMailedAgainUntilTheAddressIsVerified() {
    var member = forum.member();
    member.post("/api/email/send").expect(202);
    var second = postman.awaitMails(member.email(), 2).get(1);
    var token = new JsonObject().put("token", token(second, "/verify?token="));

    member.post("/api/email/verify", token).expect(204);
    member.post("/api/email/send").expectProblem(409);
    forum.guest().post("/api/email/send").expectProblem(401);
  }

  @Test
  void theLinkOfAResetSetsANewPasswordAndAMailTellsOfIt() {
    var member = forum.member();
    postman.awaitMail(member.email());
    forum
        .guest()
        .post("/api/reset/send", new JsonObject().put("email", member.email()))
        .expect(202);
    var reset = postman.awaitMails(member.email(), 2).get(1);
    assertThat(subject(reset)).isEqualTo("Set a new password for Parley");
    assertThat(text(reset)).contains("within 30 minutes");

    var change = new JsonObject().put("password", "another long password");
    change.put("token", token(reset, "/reset?token="));
    forum.guest().post("/api/reset/update", change).expect(204);

    var told = postman.awaitMails(member.email(), 3).get(2);
    assertThat(subject(told)).isEqualTo("Your password at Parley was changed");
    assertThat(text(told)).doesNotContain("token=");
    forum.guest().signIn(member.username(), "another long password");
  }

  @Test
  void aNewAddressIsAskedToBeVerifiedAndTheOldOneIsTold() {
    var member = verified();
    postman.awaitMail(member.email());
    var address = Forum.unique("new") + "@example.org";
    var change = new JsonObject().put("email", address).put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expect(200);

    var proof = postman.awaitMail(address);
    assertThat(subject(proof)).startsWith("Confirm your address");
    var told = postman.awaitMails(member.email(), 2).get(1);
    assertThat(subject(told)).isEqualTo("A new address for your account at Parley");
    assertThat(text(told)).doesNotContain(address).contains("/undo?token=");

    var token = new JsonObject().put("token", token(proof, "/verify?token="));
    forum.guest().post("/api/email/verify", token).expect(204);
    var changed = postman.awaitMails(member.email(), 3).get(2);
    assertThat(subject(changed)).isEqualTo("Your address at Parley was changed");
    assertThat(text(changed)).doesNotContain(address).contains("/undo?token=");
  }

  @Test
  void whoHasAnAddressIsToldThatSomebodyWantsIt() {
    var member = verified();
    var other = verified();
    var change = new JsonObject().put("email", other.email());
    change.put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expect(200);
    var told = postman.awaitMails(other.email(), 2).get(1);
    assertThat(subject(told)).isEqualTo("You have an account at Parley already");
    assertThat(text(told)).contains(other.username()).doesNotContain(member.username(), "token=");
  }

  /** Its link would give the account to whoever reads it. */
  @Test
  void anAddressThatIsNotVerifiedIsToldWithoutALink() {
    var member = forum.member();
    postman.awaitMail(member.email());
    var address = Forum.unique("new") + "@example.org";
    var change = new JsonObject().put("email", address).put("currentPassword", Client.PASSWORD);
    member.post("/api/setting/profile", change).expect(200);
    var told = postman.awaitMails(member.email(), 2).get(1);
    assertThat(text(told)).doesNotContain("token=").contains("set a new password");
  }

  @Test
  void aMentionQuotesTheReplyAsRenderedAndLinksToItsFloor() {
    var author = forum.member();
    var mentioned = verified();
    var topic = author.topic("Fish & chips <b>", "Opening").getLong("id");
    author.reply(
        topic, "**Look**, @" + mentioned.username() + "\n\n- one\n- two\n\n<script>x</script>");

    var mail = postman.awaitMails(mentioned.email(), 2).get(1);
    assertThat(subject(mail)).isEqualTo(author.username() + " mentioned you in “Fish & chips <b>”");
    var link = "http://localhost:8080/topic/" + topic + "?floor=1#floor-1";
    assertThat(text(mail)).contains("> Look, @" + mentioned.username(), "> - one", link);
    var page = Jsoup.parse(html(mail));
    assertThat(page.select("blockquote strong").text()).isEqualTo("Look");
    assertThat(page.select("blockquote a").attr("href"))
        .isEqualTo("http://localhost:8080/user/" + mentioned.id());
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("a[href=" + link + "]").text()).isEqualTo("Read it in the forum");
  }

  @Test
  void aPostMailsAMemberOnceHoweverOftenItIsEditedAndNeverItsAuthor() {
    var author = verified();
    var mentioned = verified();
    var late = verified();
    var text = "@" + mentioned.username() + " @" + mentioned.username() + " @" + author.username();
    var topic = author.topic("Once", text);
    var edit = new JsonObject().put("version", topic.getLong("version"));
    edit.put("content", text + " and @" + late.username());
    author.put("/api/topic/" + topic.getLong("id"), edit).expect(200);

    assertThat(subject(postman.awaitMails(late.email(), 2).get(1))).contains("mentioned you");
    assertThat(postman.awaitMails(mentioned.email(), 2)).hasSize(2);
    assertThat(postman.receivedBy(author.email())).hasSize(1);
  }

  @Test
  void whatASentMailSaidIsForgotten() {
    var member = forum.member();
    postman.awaitMail(member.email());
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        forum.sql(
                            "SELECT state, data FROM mail WHERE recipient = ?", member.email()))
                    .containsExactly(new JsonObject().put("state", "sent").put("data", "{}")));
  }
}
