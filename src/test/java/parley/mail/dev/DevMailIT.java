package parley.mail.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.TestStores;

@ResourceLock(TestStores.OUTBOX)
class DevMailIT {

  private static Forum forum;

  @BeforeAll
  static void start() {
    forum = Forum.sending(Map.of("PARLEY_MAIL_SWEEP_SECONDS", "1"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  private static Document page(String path) {
    return Jsoup.parse(forum.guest().get(path).expect(200).body().toString());
  }

  /** The path of the page of the first mail to the address. */
  private static String mailTo(Client member) {
    return await()
        .until(
            () ->
                page(forum.mailPage()).select("tr:contains(" + member.email() + ") a").attr("href"),
            path -> !path.isEmpty());
  }

  @Test
  void aFreshMachineShowsMailsWhoseLinksWork() {
    var member = forum.member();
    var page = page(mailTo(member));
    assertThat(page.select("h1").text()).startsWith("Confirm your address");
    var link = page.select("a[href*=/verify?token=]").attr("href");
    var token = new JsonObject().put("token", link.replaceFirst(".*token=", ""));
    member.post("/api/email/verify", token).expect(204);
  }

  @Test
  void thePagesNeedNoScriptAndNoStyleThatThePolicyForbids() {
    var path = mailTo(forum.member());
    for (var page : new Document[] {page(forum.mailPage()), page(path)}) {
      assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.title()).isNotEmpty();
    }
    var html = forum.guest().get(path.replace("?", "/html?")).expect(200);
    assertThat(html.header("content-security-policy")).startsWith("sandbox; default-src 'none'");
    assertThat(Jsoup.parse(html.body().toString()).select("a[href*=/verify?token=]")).hasSize(1);
  }

  @Test
  void nobodyBehindAProxyOrUnderAnotherNameSeesThem() {
    assertThat(asking("x-forwarded-for", "127.0.0.1").status()).isEqualTo(200);
    for (var forwarded :
        new String[] {
          "203.0.113.7",
          "127.0.0.1, 203.0.113.7",
          "203.0.113.7, 127.0.0.1",
          "unknown",
          "2001:db8::1"
        }) {
      assertThat(asking("x-forwarded-for", forwarded).status()).as(forwarded).isEqualTo(404);
    }
    assertThat(asking("forwarded", "for=127.0.0.1").status()).isEqualTo(404);
    assertThat(asking("x-real-ip", "203.0.113.7").status()).isEqualTo(404);
    assertThat(asking("host", "forum.example.org").status()).isEqualTo(404);
  }

  private static Response asking(String header, String value) {
    return forum.guest().header(header, value).get(forum.mailPage());
  }

  @Test
  void nobodySeesThemWithoutTheKeyThatTheStartOfTheServerShows() {
    var key = forum.mailPage().replaceFirst(".*key=", "");
    assertThat(key).hasSizeGreaterThanOrEqualTo(32);
    var path = mailTo(forum.member()).replaceFirst("\\?.*", "");
    for (var wrong : new String[] {"", "?key=", "?key=" + key.substring(1), "?key=" + key + "0"}) {
      forum.guest().get("/dev/mail" + wrong).expectProblem(404);
      forum.guest().get(path + wrong).expectProblem(404);
      forum.guest().get(path + "/html" + wrong).expectProblem(404);
    }
    forum.guest().get("/dev/mail?key=" + key + "&key=" + key).expectProblem(404);
    forum.guest().header("cookie", "key=" + key).get("/dev/mail").expectProblem(404);
  }

  @Test
  void whereAnSmtpServerIsConfiguredThereIsNoSuchPage() {
    try (var other = Forum.sending(Map.of("PARLEY_MAIL_HOST", "127.0.0.1"))) {
      other.guest().get(other.mailPage()).expectProblem(404);
    }
  }
}
