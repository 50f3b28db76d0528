package parley.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.member.Role;
import parley.post.FaultyWire.Fault;

/**
 * The connection to the database ends at each of its chunks in turn, before and after the commit,
 * and the request is sent again with the same key until it gets an answer: it is done once. An
 * operation that writes and is not in a table fails the test.
 */
class EveryWriteOnceIT {

  private static final int POINTS_MAX = 80;
  private static final int TRIES_MAX = 300;
  private static final long PAUSE_NANOS = 20_000_000;

  /**
   * A request that is sent until it gets an answer.
   *
   * @param name that nothing else has
   * @param other a new member
   */
  private record Scene(String name, String key, Client other) {

    Client as(Client who) {
      return who.header("idempotency-key", key);
    }
  }

  /**
   * An operation that makes something.
   *
   * @param ask sends the request of a scene
   * @param made the rows of what it has made, and the values of the parameters
   * @param again an answer, beside the first one, when it is sent again after it was done; 0: none
   */
  private record Making(
      Function<Scene, Response> ask,
      String made,
      Function<Scene, List<Object>> values,
      int again) {}

  /** Those that set something to a value, take it away, or only read: again changes nothing. */
  private static final Set<String> AGAIN_IS_THE_SAME =
      Set.of(
          "checkToken",
          "currentSession",
          "currentUser",
          "ownProfile",
          "previewMarkdown",
          "listContacts",
          "listMessages",
          "changeProfile",
          "changePassword",
          "setPrivacy",
          "setNotificationSettings",
          "readNotifications",
          "editTopic", // by its version
          "deleteTopic",
          "editReply",
          "deleteReply",
          "unlikeTopic",
          "unlikeReply",
          "orderBoards",
          "changeBoard",
          "deleteBoard",
          "setBoardRights",
          "changeGroup",
          "deleteGroup",
          "leaveGroup",
          "setRole",
          "revokeSession",
          "logout",
          "unsubscribe",
          "retryMail",
          "addImage", // it takes the place of the one before
          "removeImage",
          "endSessionsOf",
          "setTopicState",
          "restoreTopic",
          "restoreReply",
          "moveTopic",
          "mergeTopic",
          "confirm",
          // a token can be used once
          "verifyEmail",
          "undoEmail",
          "resetPassword");

  /**
   * Those whose repetition makes a second one that does no harm: another session, or another mail
   * with a token of its own, of which the limits allow few.
   */
  private static final Set<String> AGAIN_IS_ANOTHER =
      Set.of("login", "sendReset", "sendVerification");

  private static WiredForum wired;
  private static FaultyWire wire;
  private static Forum forum;
  private static Client member;
  private static Client admin;

  /** At the forum whose wire never fails. */
  private static Client beside;

  private static long topic;
  private static long reply;

  @BeforeAll
  static void start() {
    wired = new WiredForum(1);
    wire = wired.wire();
    forum = wired.forum();
    member = forum.member();
    admin = forum.member(Role.ADMIN);
    beside = wired.direct().member();
    topic = admin.topic("Exactly once", "Text").getLong("id");
    reply = admin.reply(topic, "Text").getLong("id");
  }

  @AfterAll
  static void stop() {
    wired.close();
  }

  private static final Map<String, Long> REPLIES = new ConcurrentHashMap<>();

  private static final Map<String, Making> MAKING =
      new TreeMap<>(
          Map.ofEntries(
              making(
                  "addTopic",
                  it -> it.as(member).post("/api/topic/add", topic(it.name())),
                  "SELECT id FROM topic WHERE title = ?",
                  it -> List.of(it.name())),
              making(
                  "addReply",
                  it -> it.as(member).post("/api/reply/add", reply(it.name())),
                  "SELECT id FROM reply WHERE content = ?",
                  it -> List.of(it.name())),
              Map.entry(
                  "register",
                  new Making(
                      it -> it.as(forum.guest()).post("/api/register", registration(it.name())),
                      "SELECT id FROM member WHERE username = ?",
                      it -> List.of(it.name()),
                      422)), // the name is taken: its owner signs in
              making(
                  "openRoom",
                  it ->
                      it.as(member).post("/api/chat/new", JsonObject.of("userId", it.other().id())),
                  "SELECT id FROM chat_room WHERE ? IN (low_member_id, high_member_id)",
                  it -> List.of(it.other().id())),
              making(
                  "addBoard",
                  it -> it.as(admin).post("/api/admin/boards", JsonObject.of("title", it.name())),
                  "SELECT b.id FROM board b JOIN audit a ON a.target_id = b.id AND a.action ="
                      + " 'board.create' WHERE b.title = ?",
                  it -> List.of(it.name())),
              making(
                  "addGroup",
                  it -> it.as(admin).post("/api/admin/groups", JsonObject.of("name", it.name())),
                  "SELECT g.id FROM member_group g JOIN audit a ON a.target_id = g.id AND a.action ="
                      + " 'group.create' WHERE g.name = ?",
                  it -> List.of(it.name())),
              making(
                  "joinGroup",
                  it -> it.as(admin).put("/api/admin/groups/3/members/" + it.other().id()),
                  "SELECT group_id FROM member_of_group WHERE member_id = ?",
                  it -> List.of(it.other().id())),
              making(
                  "likeTopic",
                  it -> it.as(it.other()).put("/api/topic/" + topic + "/like"),
                  "SELECT 1 FROM post_like WHERE kind = 0 AND member_id = ?",
                  it -> List.of(it.other().id())),
              making(
                  "likeReply",
                  it -> it.as(it.other()).put("/api/reply/" + reply + "/like"),
                  "SELECT 1 FROM post_like WHERE kind = 1 AND member_id = ?",
                  it -> List.of(it.other().id())),
              making(
                  "watchTopic",
                  it -> it.as(it.other()).put("/api/topic/" + topic + "/watch", watching()),
                  "SELECT 1 FROM following WHERE kind = 0 AND member_id = ?",
                  it -> List.of(it.other().id())),
              making(
                  "splitTopic",
                  it -> it.as(admin).post("/api/topic/" + topic + "/split", split(it)),
                  "SELECT id FROM topic WHERE title = ?",
                  it -> List.of(it.name())),
              making(
                  "watchBoard",
                  it -> it.as(it.other()).put("/api/board/1/watch", watching()),
                  "SELECT 1 FROM following WHERE kind = 1 AND member_id = ?",
                  it -> List.of(it.other().id()))));

  private static Map.Entry<String, Making> making(
      String operation,
      Function<Scene, Response> ask,
      String made,
      Function<Scene, List<Object>> values) {
    return Map.entry(operation, new Making(ask, made, values, 0));
  }

  private static JsonObject topic(String title) {
    return JsonObject.of("title", title, "content", "Text", "boardId", 1);
  }

  private static JsonObject reply(String content) {
    return JsonObject.of("topicId", topic, "content", content);
  }

  /** Its reply comes past the wire, and once. */
  private static JsonObject split(Scene scene) {
    var id =
        REPLIES.computeIfAbsent(
            scene.key(), key -> beside.reply(topic, "To be a topic").getLong("id"));
    return JsonObject.of("replyIds", JsonArray.of(id), "title", scene.name(), "boardId", 1);
  }

  private static JsonObject watching() {
    return JsonObject.of("level", "watching");
  }

  private static JsonObject registration(String name) {
    return JsonObject.of(
        "username", name, "email", name + "@example.org", "password", Client.PASSWORD);
  }

  @Test
  void theTablesHaveEveryOperationThatWrites() {
    var listed = new TreeSet<>(MAKING.keySet());
    listed.addAll(AGAIN_IS_THE_SAME);
    listed.addAll(AGAIN_IS_ANOTHER);
    assertThat(listed).isEqualTo(new TreeSet<>(forum.operationsThatWrite()));
  }

  static Set<String> making() {
    return MAKING.keySet();
  }

  /** Before a chunk is the same as after the one before. */
  @ParameterizedTest
  @MethodSource("making")
  void isDoneOnceWhereverTheConnectionEnds(String operation) {
    for (var point = 1; point <= POINTS_MAX; point++) {
      if (!isDoneOnce(operation, point)) {
        assertThat(point).as("points at which it failed").isGreaterThan(2);
        return;
      }
    }
  }

  /** False where the request was over before it came to this point. */
  private static boolean isDoneOnce(String operation, int point) {
    var making = MAKING.get(operation);
    var scene = new Scene(Forum.unique("once"), UUID.randomUUID().toString(), forum.member());
    var where = operation + " cut after chunk " + point;
    wire.failAt(point, Fault.CUT_AFTER);
    var answer = making.ask().apply(scene);
    var failed = wire.hasFailed();
    for (var tries = 1; isToTryAgain(answer) && tries < TRIES_MAX; tries++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = making.ask().apply(scene);
    }
    if (answer.status() != making.again()) {
      assertThat(answer.status()).as(where + ": " + answer.body()).isIn(200, 201, 204);
    }
    var made = wired.sql(making.made(), making.values().apply(scene).toArray());
    assertThat(made).as(where).hasSize(1);
    return failed;
  }

  private static boolean isToTryAgain(Response answer) {
    return answer.status() == 503 || answer.status() == 409;
  }

  @ParameterizedTest
  @ValueSource(strings = {"addBoard", "addGroup"})
  void actsOfTheStaffGetTheirFirstAnswerAgain(String operation) {
    var path = operation.equals("addBoard") ? "/api/admin/boards" : "/api/admin/groups";
    var field = operation.equals("addBoard") ? "title" : "name";
    var body = JsonObject.of(field, Forum.unique("act"));
    var client = admin.header("idempotency-key", UUID.randomUUID().toString());
    var first = client.post(path, body).expect(201).json();
    assertThat(client.post(path, body).expect(201).json()).isEqualTo(first);
    client
        .post(path, JsonObject.of(field, Forum.unique("act")))
        .expectProblem(422, "Idempotency-Key:reused");
  }
}
