package parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.account.Registering.form;
import static parley.account.Registering.register;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.Together;
import parley.bridge.BridgeClient;
import parley.member.Role;

/** Where members verify their address before they post, nothing tells whether one is known. */
class DemandedVerificationIT {

  private static Forum forum;

  @BeforeAll
  static void start() {
    forum = Forum.with(Map.of("PARLEY_ACCOUNT_VERIFIED_BEFORE_POSTING", "true"));
  }

  @AfterAll
  static void stop() {
    forum.close();
  }

  @Test
  void aKnownAddressRegistersLikeAnUnknownOne() {
    var owner = proved();
    var fresh = registered(Forum.unique("fresh") + "@example.org");
    var known = registered(owner.email());

    var one = fresh.json().getJsonObject("user");
    var other = known.json().getJsonObject("user");
    assertThat(other.fieldNames()).isEqualTo(one.fieldNames());
    assertThat(other.getString("email")).isEqualTo(owner.email());
    for (var same : List.of("emailVerified", "pendingEmail", "role", "signature", "permissions")) {
      assertThat(other.getValue(same)).as(same).isEqualTo(one.getValue(same));
    }
    assertThat(known.headers().keySet()).isEqualTo(fresh.headers().keySet());
    assertThat(kinds(owner.email())).containsExactly("verify_address", "address_known");
    assertThat(kinds(one.getString("email"))).containsExactly("verify_address");
  }

  @Test
  void theAddressStaysItsOwners() {
    var owner = proved();
    var thief = forum.guest().withToken(registered(owner.email()).json().getString("token"));
    forum.mails(owner.email());
    thief.post("/api/email/send").expect(202);
    forum.guest().post("/api/reset/send", JsonObject.of("email", owner.email())).expect(202);
    assertThat(kinds(owner.email()))
        .containsExactly("verify_address", "address_known", "address_known", "reset_password");
    var reset = forum.mails(owner.email()).get(3).getJsonObject("data");
    assertThat(reset.getString("username")).isEqualTo(owner.username());
    forum.guest().signIn(owner.email(), Client.PASSWORD);
    assertThat(me(owner).getBoolean("emailVerified")).isTrue();
    assertThat(me(thief).getBoolean("emailVerified")).isFalse();
  }

  @Test
  void aNewMemberSignsInByAddressAndVerifiesIt() {
    var member = forum.member();
    forum.mails(member.email());
    forum.guest().signIn(member.email(), Client.PASSWORD);
    verify(MailedLinks.token(forum, member.email(), "verify_address")).expect(204);
    assertThat(me(member).getBoolean("emailVerified")).isTrue();
  }

  @Test
  void theOwnersProofWinsOverAnEarlierRegistration() {
    var squatter = forum.member();
    forum.mails(squatter.email());
    var answer = registered(squatter.email());
    var owner = forum.guest().withToken(answer.json().getString("token"));
    var name = answer.json().getJsonObject("user").getString("username");
    var link =
        forum.mails(squatter.email()).stream()
            .map(mail -> mail.getJsonObject("data"))
            .filter(data -> data.getString("username").equals(name))
            .map(data -> data.getString("link").replaceFirst(".*token=", ""))
            .findFirst()
            .orElseThrow();
    verify(link).expect(204);

    assertThat(me(owner).getBoolean("emailVerified")).isTrue();
    assertThat(me(squatter).getString("email")).isEmpty();
    verify(MailedLinks.tokens(forum, squatter.email(), "verify_address").get(0))
        .expectProblem(422, "token:not_good");
    forum.guest().signIn(squatter.email(), Client.PASSWORD);
  }

  @RepeatedTest(5)
  void ofTwoWhoRegisterOneAddressAtOnceBothAreAnsweredAlike() {
    var email = Forum.unique("twice") + "@example.org";
    assertThat(Together.send(() -> registered(email), () -> registered(email)))
        .extracting(Response::status)
        .containsOnly(201);
    assertThat(kinds(email)).containsExactly("verify_address", "verify_address");
    assertThat(forum.sql("SELECT id FROM member WHERE email_key = ?", email.toLowerCase()))
        .hasSize(1);
  }

  @Test
  void whoHasNotVerifiedTheirAddressReadsOnly() {
    var topic = proved().topic("Open", "to all").getLong("id");
    var other = proved();
    var member = forum.member();
    member.get("/api/topic/" + topic).expect(200);
    needed(
        member.post("/api/topic/add", JsonObject.of("title", "T", "content", "C", "boardId", 1)));
    needed(member.post("/api/reply/add", JsonObject.of("topicId", topic, "content", "C")));
    needed(member.post("/api/chat/new", JsonObject.of("userId", other.id())));
    assertThat(upload(member)).isEqualTo(403);

    verify(MailedLinks.token(forum, member.email(), "verify_address")).expect(204);
    member.reply(topic, "now");
    member.post("/api/chat/new", JsonObject.of("userId", other.id())).expect(201);
    assertThat(upload(member)).isIn(415, 422);
  }

  @Test
  void messagesNeedAVerifiedAddressToo() {
    var other = proved();
    var member = forum.member();
    var room =
        other
            .post("/api/chat/new", JsonObject.of("userId", member.id()))
            .expect(201)
            .json()
            .getString("roomId");
    try (var bus = BridgeClient.of(forum, member)) {
      var message =
          JsonObject.of(
              "roomId", room, "content", "Hello", "clientId", UUID.randomUUID().toString());
      assertThat(bus.refusal("chat.send", message)).isEqualTo(403);
      verify(MailedLinks.token(forum, member.email(), "verify_address")).expect(204);
      assertThat(bus.send("chat.send", message).getString("content")).isEqualTo("Hello");
    }
  }

  @Test
  void whoModeratesNeedNotVerify() {
    forum.member(Role.MODERATOR).topic("Welcome", "to the forum");
  }

  private static void needed(Response answer) {
    assertThat(answer.expectProblem(403).json().getString("type"))
        .isEqualTo("/problems/verification-needed");
  }

  private static int upload(Client member) {
    var picture =
        MultipartForm.create()
            .binaryFileUpload("image", "a.png", Buffer.buffer("no picture"), "image/png");
    return member
        .request(HttpMethod.POST, "/api/image/add")
        .sendMultipartForm(picture)
        .await()
        .statusCode();
  }

  private static Client proved() {
    var member = forum.member();
    forum.mails(member.email()); // by now the address is theirs
    forum.sql("UPDATE member SET email_verified = TRUE WHERE id = ?", member.id());
    return member;
  }

  private static Response registered(String email) {
    var name = Forum.unique("another");
    return register(forum.guest(), form(name, email, Client.PASSWORD)).expect(201);
  }

  private static Response verify(String token) {
    return forum.guest().post("/api/email/verify", JsonObject.of("token", token));
  }

  private static List<String> kinds(String address) {
    return forum.mails(address).stream().map(mail -> mail.getString("kind")).toList();
  }

  private static JsonObject me(Client client) {
    return client.post("/api/user").expect(200).json();
  }
}
