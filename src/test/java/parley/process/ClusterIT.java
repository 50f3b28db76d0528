package parley.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Forum;
import parley.TestStores;
import parley.access.Group;
import parley.bridge.BridgeClient;
import parley.cluster.ProcessCluster;
import parley.config.Cluster;
import parley.config.Config.Role;
import parley.mail.Postman;

/**
 * One forum in three processes. The tests share them, and each leaves all three running, whichever
 * it has killed.
 */
@ResourceLock(TestStores.OUTBOX)
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(Lifecycle.PER_CLASS)
class ClusterIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final Postman postman = new Postman();
  private final Processes processes = new Processes(postman.settings());

  @BeforeAll
  void start() {
    processes.start();
    awaitProcesses(3);
  }

  @AfterAll
  void stop() {
    processes.close();
    postman.close();
    vertx.close().await();
  }

  @Test
  void eachSeesTheOthers() {
    for (var role : Role.values()) {
      assertThat(seenBy(role)).as("processes seen by %s", role).isEqualTo(3);
    }
  }

  /** The ports of the cluster ask for no password, so nobody else may reach them. */
  @Test
  void otherMachinesReachThePublicListenerAlone() throws IOException {
    var listeners = new ArrayList<Sockets.Listener>();
    for (var role : Role.values()) {
      listeners.addAll(Sockets.of(processes.pid(role)));
    }
    assertThat(listeners).extracting(Sockets.Listener::port).contains(processes.clusterPort());
    assertThat(listeners)
        .filteredOn(listener -> !listener.address().isLoopbackAddress())
        .extracting(Sockets.Listener::port)
        .containsExactly(processes.http().port());
  }

  @Test
  void whoDoesNotKnowTheKeyDoesNotJoin() {
    var cluster = new Cluster(true, "127.0.0.1", processes.clusterPort(), 0, Set.of("127.0.0.1"));
    var stranger =
        ProcessCluster.join(Vertx.builder(), new VertxOptions(), cluster, new byte[32]).await();
    try {
      assertThat(ProcessCluster.processes(stranger)).hasSize(1);
      awaitProcesses(3);
    } finally {
      stranger.close().await();
    }
  }

  @Test
  void aReplyReachesWhoeverWatchesOverTheBridge() {
    var ann = register();
    var topic = openTopic(ann);
    try (var watcher = publicClient().listen("topic." + topic)) {
      reply(ann, topic);
      assertThat(watcher.event("topic." + topic, "replyAdded").getInteger("floor")).isEqualTo(1);
    }
  }

  @Test
  void aGuestSeesAReplyAtOnceAlsoOnAPageThatIsKept() {
    var ann = register();
    var path = "/api/topic/" + openTopic(ann);
    for (var replies = 0; replies < 3; replies++) {
      var page = new JsonObject(processes.http().get(path).body());
      assertThat(page.getInteger("replyCount")).isEqualTo(replies);
      reply(ann, page.getLong("id"));
    }
  }

  @Test
  void membersTalkWithEachOther() {
    var ann = register();
    var ben = register();
    var room = room(ann, ben);
    try (var hers = publicClient().withToken(ann.token()).listen(room);
        var his = publicClient().withToken(ben.token()).listen(room)) {
      assertHeard(hers, his, room);
      assertHeard(his, hers, room);
    }
  }

  @Test
  void aMailGoesOut() {
    assertThat(postman.awaitMail(register().email())).isNotNull();
  }

  @Test
  void whoSignsOutOverHttpIsDisconnectedFromTheBridge() {
    var ann = register();
    try (var client = publicClient().withToken(ann.token()).listen("user." + ann.id())) {
      assertThat(processes.http().post("/api/logout", ann.token(), null).statusCode())
          .isEqualTo(204);
      assertThat(client.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void whoIsDemotedByTheCommandHearsNothingMoreInAnyProcess() {
    var member = register();
    var moderator = register();
    processes.command("role", moderator.name(), "moderator");
    try (var other = new OtherProcess(vertx, TestStores.ofSenders())) {
      var board = other.board(Group.MODERATORS);
      var topic = openTopic(moderator, board);
      var address = "topic." + topic;
      var path = "/api/topic/" + topic;
      assertThat(get(path, member.token())).isEqualTo(404);
      assertThat(get(path, moderator.token())).isEqualTo(200);
      try (var client = publicClient().withToken(moderator.token())) {
        client.listen("user." + moderator.id()).listen(address);
        processes.command("role", moderator.name(), "member");
        assertThat(client.error().getString("address")).isEqualTo(address);
        assertThat(get(path, moderator.token())).isEqualTo(404);
      }
      other.seenBy(board, Group.EVERYONE);
      try (var guest = publicClient()) {
        await().until(() -> get(path, null) == 200);
        guest.listen(address);
        other.seenBy(board, Group.MODERATORS);
        assertThat(guest.error().getString("address")).isEqualTo(address);
        await().until(() -> get(path, null) == 404);
      }
    }
  }

  private int get(String path, String token) {
    return processes.http().get(path, token).statusCode();
  }

  @Test
  void withoutTheBridgeTheForumGoesOnAndWhenItIsBackSoIsTheChat() {
    var ann = register();
    var ben = register();
    var room = room(ann, ben);
    var topic = openTopic(ann);
    processes.kill(Role.CHAT);
    reply(ann, topic);
    assertThatThrownBy(this::publicClient).hasMessageContaining("503");
    assertThat(postman.awaitMail(register().email())).isNotNull();
    awaitProcesses(2);

    processes.start(Role.CHAT);
    awaitProcesses(3);
    try (var hers = publicClient().withToken(ann.token()).listen(room);
        var his = publicClient().withToken(ben.token()).listen(room).listen("topic." + topic)) {
      assertHeard(hers, his, room);
      reply(ann, topic);
      his.event("topic." + topic, "replyAdded");
    }
  }

  @Test
  void withoutTheMailSenderMailsWaitForTheNext() {
    processes.kill(Role.MAIL);
    var ann = register();
    openTopic(ann);
    processes.start(Role.MAIL);
    assertThat(postman.awaitMail(ann.email())).isNotNull();
    awaitProcesses(3);
    assertThat(postman.awaitMail(register().email())).isNotNull();
  }

  @Test
  void withoutThePublicListenerWhoIsConnectedStaysSo() {
    var ann = register();
    var ben = register();
    var room = room(ann, ben);
    var topic = openTopic(ann);
    var bridge = BridgeClient.options(processes.bridgePort());
    try (var hers = BridgeClient.open(vertx, bridge).withToken(ann.token()).listen(room);
        var his = BridgeClient.open(vertx, bridge).withToken(ben.token()).listen(room)) {
      his.listen("topic." + topic);
      processes.kill(Role.HTTP);
      assertHeard(hers, his, room);

      processes.start(Role.HTTP);
      awaitProcesses(3);
      reply(ann, topic);
      his.event("topic." + topic, "replyAdded");
    }
  }

  private record Someone(long id, String name, String email, String token) {}

  private Someone register() {
    var name = Forum.unique("someone");
    var email = name + "@example.org";
    var registered =
        post(
            "/api/register",
            null,
            JsonObject.of("username", name, "email", email, "password", "correct horse battery"));
    var id = registered.getJsonObject("user").getLong("id");
    return new Someone(id, name, email, registered.getString("token"));
  }

  private long openTopic(Someone author) {
    return openTopic(author, 1);
  }

  private long openTopic(Someone author, long board) {
    var topic = JsonObject.of("title", "Ours", "content", "Text", "boardId", board);
    return post("/api/topic/add", author.token(), topic).getLong("id");
  }

  private void reply(Someone author, long topic) {
    post("/api/reply/add", author.token(), JsonObject.of("topicId", topic, "content", "And I"));
  }

  /** The address of the room of the two. */
  private String room(Someone one, Someone other) {
    var room = post("/api/chat/new", one.token(), JsonObject.of("userId", other.id()));
    return "chat.room." + room.getString("roomId");
  }

  private JsonObject post(String path, String token, JsonObject body) {
    var answer = processes.http().post(path, token, body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return new JsonObject(answer.body());
  }

  /** A client on the public port, from where it is passed on. */
  private BridgeClient publicClient() {
    return BridgeClient.open(vertx, BridgeClient.options(processes.http().port()));
  }

  private static void assertHeard(BridgeClient speaker, BridgeClient listener, String room) {
    var words = "Hello " + UUID.randomUUID();
    speaker.send(
        "chat.send",
        JsonObject.of(
            "roomId", room.substring("chat.room.".length()),
            "content", words,
            "clientId", UUID.randomUUID().toString()));
    listener.next(
        frame ->
            room.equals(frame.getString("address"))
                && frame.getJsonObject("body").encode().contains(words));
  }

  private void awaitProcesses(int count) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(seenBy(Role.HTTP)).as("processes").isEqualTo(count));
  }

  private int seenBy(Role role) {
    var uri = URI.create("http://127.0.0.1:" + processes.managementPort(role) + "/health/ready");
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new JsonObject(answer.body())
          .getJsonArray("checks").stream()
              .map(JsonObject.class::cast)
              .filter(check -> "cluster".equals(check.getString("id")))
              .findFirst()
              .orElseThrow()
              .getJsonObject("data")
              .getInteger("processes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
