package parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Forum;
import parley.TestStores;

/** Below the interface, which lets no such names, titles and addresses in. */
@ResourceLock(TestStores.OUTBOX)
@Execution(ExecutionMode.SAME_THREAD)
class HeaderInjectionIT {

  private static final List<String> HOSTILE =
      List.of(
          "x\r\nBcc: victim@example.org",
          "x\nBcc: victim@example.org",
          "x\rBcc: victim@example.org",
          "x\r\n\r\n<h1>body</h1>",
          "x\r\n.\r\nMAIL FROM:<a@b.example>\r\n",
          "x\u0085Bcc: victim@example.org",
          "x\u2028Bcc: victim@example.org\u2029Bcc: other@example.org",
          "x\u000bBcc: victim@example.org\fBcc: other@example.org",
          "=?UTF-8?Q?x=0D=0ABcc:_victim@example.org?=",
          "=?UTF-8?B?eA0KQmNjOiB2aWN0aW1AZXhhbXBsZS5vcmc=?=",
          "x=0D=0ABcc: victim@example.org",
          "x =?UTF-8?Q?=0D=0A?= =?UTF-8?Q?Bcc:_v?=",
          "\"x\" <victim@example.org>, <other@example.org>",
          "\ud83d\udc1f".repeat(99) + "\r\nBcc: victim@example.org");

  private final Postman postman = new Postman();
  private final Remarks remarks = new Remarks();
  private final Senders senders =
      Senders.withEmptyOutbox(postman.settings(), Remarks.NOTICE, remarks.kind);

  @AfterEach
  void stop() {
    senders.close();
    postman.close();
  }

  @Test
  void namesAndTitlesStayInsideTheirHeader() throws Exception {
    senders.start();
    for (var hostile : HOSTILE) {
      var email = Forum.unique("inject") + "@example.org";
      var data =
          new JsonObject(
              Map.of(
                  "username", hostile,
                  "author", hostile,
                  "title", hostile,
                  "html", "<p>Hello</p>",
                  "link", "http://localhost:8080/topic/1"));
      senders.queue(new NewMail(remarks.kind, senders.verifiedMember(email), email, data));
      var mail = postman.awaitMail(email);
      assertThat(Postman.headerNames(mail))
          .as(hostile)
          .containsExactlyInAnyOrder(
              "Return-Path",
              "Received",
              "Message-ID",
              "Date",
              "From",
              "To",
              "Subject",
              "Content-Language",
              "Auto-Submitted",
              "List-Unsubscribe",
              "List-Unsubscribe-Post",
              "MIME-Version",
              "Content-Type");
      assertThat(Postman.header(mail, "Subject").replace("\r\n ", ""))
          .as("each line of it a folded one")
          .matches("[ -~]+");
      assertThat(Postman.subject(mail)).doesNotContainPattern("[\\r\\n\\u0085\\u2028\\u2029]");
      assertThat(Postman.subject(mail)).contains("made a remark on");
      assertThat(Postman.text(mail)).startsWith("Hello ").contains("> Hello");
    }
    assertThat(postman.received()).hasSize(HOSTILE.size());
  }

  @Test
  void addressesThatAreMoreThanOneAddressGetNothing() {
    var addresses =
        List.of(
            "a@example.org>\r\nRCPT TO:<victim@example.org",
            "a@example.org\r\nBcc: victim@example.org",
            "a@example.org,victim@example.org",
            "a@example.org victim@example.org",
            "<victim@example.org>",
            "victim@example.org (name)",
            "a\u2028b@example.org",
            "a@exam\nple.org",
            "=?UTF-8?Q?a?=@exam ple.org",
            "\"a b\"@example.org",
            "nobody",
            "@example.org",
            "\u540d@example.org");
    senders.start();
    for (var address : addresses) {
      senders.queue(new NewMail(Remarks.NOTICE, 1, address, new JsonObject().put("username", "A")));
    }
    await().untilAsserted(() -> assertThat(senders.count("failed")).isEqualTo(addresses.size()));
    assertThat(postman.received()).isEmpty();
  }

  @Test
  void anAddressWithADomainInAnotherScriptIsReachedByItsAsciiName() {
    senders.start();
    senders.queue(
        new NewMail(
            Remarks.NOTICE, 1, "a@b\u00fccher.example", new JsonObject().put("username", "A")));
    assertThat(postman.awaitMail("a@xn--bcher-kva.example")).isNotNull();
  }
}
