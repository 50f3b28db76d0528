package parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.search.Searches;

/**
 * Walks every operation of the contract with a board that somebody may see and others may not: the
 * others learn nothing of it. An operation that is not in the table fails the test.
 */
class EveryWayOutIT {

  private static final Forum FORUM = Forum.shared();
  private static final PrivateBoard SECRET = new PrivateBoard(FORUM);
  private static final Client OUTSIDER = FORUM.member();
  private static final long NOTHING = 999_999_999_999L;

  /** What somebody can ask of an operation. */
  private static final Map<String, Function<Client, Stream<Response>>> WAYS =
      new TreeMap<>(
          Map.ofEntries(
              // about the board and what is in it
              way("listBoards", who -> who.get("/api/topic/boards")),
              Map.entry(
                  "listTopics",
                  who ->
                      Stream.of(
                          who.get("/api/index?pageSize=100"),
                          who.get("/api/index?page=2"),
                          hidden(who, "/api/index?board=%d", SECRET.board))),
              Map.entry(
                  "getTopic",
                  who ->
                      Stream.of(
                          hidden(who, "/api/topic/%d", SECRET.topic),
                          hidden(who, "/api/topic/%d?floor=1", SECRET.topic),
                          hidden(who, "/api/topic/%d?page=7&pageSize=3", SECRET.topic))),
              way("getUser", who -> who.get("/api/user/" + SECRET.insider.id())),
              way("findUsers", who -> who.get("/api/users?prefix=member")),
              way("ownProfile", who -> who.post("/api/profile")),
              Map.entry(
                  "addTopic",
                  who ->
                      Stream.of(
                          same(
                              board ->
                                  who.post(
                                      "/api/topic/add",
                                      JsonObject.of(
                                          "title", "T", "content", "C", "boardId", board)),
                              SECRET.board))),
              Map.entry(
                  "editTopic",
                  who -> Stream.of(changed(who, "/api/topic/%d", SECRET.topic), moved(who))),
              Map.entry(
                  "deleteTopic",
                  who -> Stream.of(same(id -> who.delete("/api/topic/" + id), SECRET.topic))),
              Map.entry(
                  "addReply",
                  who ->
                      Stream.of(
                          same(
                              id ->
                                  who.post(
                                      "/api/reply/add",
                                      JsonObject.of("topicId", id, "content", "C")),
                              SECRET.topic))),
              Map.entry("editReply", who -> Stream.of(changed(who, "/api/reply/%d", SECRET.reply))),
              Map.entry(
                  "deleteReply",
                  who -> Stream.of(same(id -> who.delete("/api/reply/" + id), SECRET.reply))),
              likes("likeTopic", "topic", SECRET.topic, Client::put),
              likes("likeReply", "reply", SECRET.reply, Client::put),
              likes("unlikeTopic", "topic", SECRET.topic, Client::delete),
              likes("unlikeReply", "reply", SECRET.reply, Client::delete),
              Map.entry(
                  "listTopicLikes",
                  who -> Stream.of(hidden(who, "/api/topic/%d/likes", SECRET.topic))),
              Map.entry(
                  "listReplyLikes",
                  who -> Stream.of(hidden(who, "/api/reply/%d/likes", SECRET.reply))),
              Map.entry(
                  "watchTopic",
                  who ->
                      Stream.of(
                          same(
                              id -> who.put("/api/topic/" + id + "/watch", level()),
                              SECRET.topic))),
              Map.entry(
                  "watchBoard",
                  who ->
                      Stream.of(
                          same(
                              id -> who.put("/api/board/" + id + "/watch", level()),
                              SECRET.board))),
              // about members, who are public
              way("currentUser", who -> who.post("/api/user")),
              way("currentSession", who -> who.post("/api/session")),
              way("listSessions", who -> who.get("/api/sessions")),
              way("revokeSession", who -> who.delete("/api/sessions/none")),
              way("changeProfile", who -> who.post("/api/setting/profile", new JsonObject())),
              way("changePassword", who -> who.post("/api/setting/password", passwords())),
              way("confirm", who -> who.post("/api/confirm", JsonObject.of("password", "x"))),
              way("undoEmail", who -> who.post("/api/email/undo", token())),
              way("getPrivacy", who -> who.get("/api/setting/privacy")),
              way("setPrivacy", who -> who.put("/api/setting/privacy", new JsonObject())),
              way("sendVerification", who -> who.post("/api/email/send")),
              way("checkToken", who -> who.post("/api/token", JsonObject.of("token", "none"))),
              way("verifyEmail", who -> who.post("/api/email/verify", token())),
              way("resetPassword", who -> who.post("/api/reset/update", newPassword())),
              way("sendReset", who -> who.post("/api/reset/send", JsonObject.of("email", "a@b"))),
              way("login", who -> who.post("/api/login", login())),
              way("register", who -> who.post("/api/register", registration())),
              way("logout", who -> FORUM.guest().post("/api/logout")),
              way("getImage", who -> who.get("/api/images/none.png")),
              way("addImage", who -> who.send(HttpMethod.POST, "/api/image/add", Buffer.buffer())),
              way("removeImage", who -> who.delete("/api/image")),
              // for administrators, who see every board
              way("getBoard", who -> hidden(who, "/api/boards/%s", SECRET.slug())),
              way("listAdminBoards", who -> who.get("/api/admin/boards")),
              way("addBoard", who -> who.post("/api/admin/boards", JsonObject.of("title", "x"))),
              way("orderBoards", who -> who.put("/api/admin/boards/order", ids())),
              way("changeBoard", who -> who.put(board(""), JsonObject.of("title", "x"))),
              way("getBoardRights", who -> who.get(board("/permissions"))),
              way("setBoardRights", who -> who.put(board("/permissions"), rights())),
              way("deleteBoard", who -> who.delete(board("?moveTo=1"))),
              way("listGroups", who -> who.get("/api/admin/groups")),
              way("addGroup", who -> who.post("/api/admin/groups", JsonObject.of("name", "x"))),
              way("changeGroup", who -> who.put(group(""), JsonObject.of("name", "x"))),
              way("deleteGroup", who -> who.delete(group(""))),
              way("joinGroup", who -> who.put(group("/members/1"), new JsonObject())),
              way("leaveGroup", who -> who.delete(group("/members/1"))),
              way("listMembers", who -> who.get("/api/admin/users?group=" + SECRET.group)),
              way("setRole", who -> who.put("/api/admin/users/1/role", role())),
              way(
                  "endSessionsOf",
                  who -> who.post("/api/admin/users/1/end-sessions", new JsonObject())),
              way("listAudit", who -> who.get("/api/admin/audit")),
              way("exportAudit", who -> who.get("/api/admin/audit/export?format=csv")),
              // about other things
              Map.entry(
                  "search",
                  who ->
                      Stream.of(
                          who.get("/api/search?q=" + SECRET.word),
                          who.get("/api/search?q=" + SECRET.word + "&sort=newest"),
                          who.get("/api/search?q=author:" + SECRET.insider.username()),
                          hidden(who, "/api/search?q=text&board=%d", SECRET.board),
                          who.get("/api/search?q=text+board:" + SECRET.board))),
              way("suggest", who -> who.get("/api/search/suggest?q=" + SECRET.word)),
              way("getSite", who -> who.get("/api/site")),
              way(
                  "previewMarkdown",
                  who -> who.post("/api/markdown/preview", JsonObject.of("content", link()))),
              way("openRoom", who -> who.post("/api/chat/new", JsonObject.of("userId", NOTHING))),
              way("listContacts", who -> who.post("/api/chat/contacts")),
              way("listMessages", who -> who.post("/api/chat/messages", room())),
              way("listMails", who -> who.get("/api/admin/mails")),
              way("retryMail", who -> who.post("/api/admin/mails/1/retry")),
              way("listNotifications", who -> who.get("/api/notifications")),
              way(
                  "readNotifications",
                  who -> who.post("/api/notifications/read", new JsonObject())),
              way("getNotificationSettings", who -> who.get("/api/notifications/settings")),
              way(
                  "setNotificationSettings",
                  who -> who.put("/api/notifications/settings", new JsonObject())),
              Map.entry(
                  "setTopicState",
                  who -> Stream.of(same(id -> who.put(topic(id, "state"), state()), SECRET.topic))),
              Map.entry(
                  "restoreTopic",
                  who -> Stream.of(same(id -> who.post(topic(id, "restore")), SECRET.topic))),
              Map.entry(
                  "restoreReply",
                  who ->
                      Stream.of(
                          same(id -> who.post("/api/reply/" + id + "/restore"), SECRET.reply))),
              Map.entry(
                  "moveTopic",
                  who ->
                      Stream.of(
                          same(
                              id -> who.post(topic(id, "move"), JsonObject.of("boardId", 1)),
                              SECRET.topic))),
              Map.entry(
                  "mergeTopic",
                  who ->
                      Stream.of(
                          same(
                              id -> who.post(topic(id, "merge"), JsonObject.of("into", 1)),
                              SECRET.topic))),
              Map.entry(
                  "splitTopic",
                  who ->
                      Stream.of(same(id -> who.post(topic(id, "split"), split()), SECRET.topic))),
              way("unsubscribe", who -> who.post("/api/mail/unsubscribe?token=none"))));

  @AfterAll
  static void openAgain() {
    // other tests on the same stores ask as guests for everything that there is
    SECRET.seenBy(Group.EVERYONE);
  }

  private static Map.Entry<String, Function<Client, Stream<Response>>> way(
      String operation, Function<Client, Response> ask) {
    return Map.entry(operation, who -> Stream.of(ask.apply(who)));
  }

  private static String topic(long id, String rest) {
    return "/api/topic/" + id + "/" + rest;
  }

  private static JsonObject split() {
    return JsonObject.of("replyIds", JsonArray.of(SECRET.reply), "title", "x", "boardId", 1);
  }

  private static JsonObject state() {
    return JsonObject.of("pinned", "board", "locked", true, "hidden", true);
  }

  private static JsonObject level() {
    return JsonObject.of("level", "watching");
  }

  private static Map.Entry<String, Function<Client, Stream<Response>>> likes(
      String operation, String post, long hidden, BiFunction<Client, String, Response> ask) {
    return Map.entry(
        operation,
        who ->
            Stream.of(same(id -> ask.apply(who, "/api/%s/%d/like".formatted(post, id)), hidden)));
  }

  /** The answer about what is hidden, which is that about what does not exist. */
  private static Response same(Function<Long, Response> ask, long hidden) {
    var answer = ask.apply(hidden);
    var nothing = ask.apply(NOTHING);
    assertThat(answer.status()).isIn(401, 404, 422).isEqualTo(nothing.status());
    assertThat(String.valueOf(answer.body())).isEqualTo(String.valueOf(nothing.body()));
    assertThat(comparable(answer)).isEqualTo(comparable(nothing));
    return answer;
  }

  private static Map<String, String> comparable(Response answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("x-request-id"));
    return headers;
  }

  private static Response hidden(Client who, String path, long id) {
    return same(other -> who.get(path.formatted(other)), id);
  }

  private static Response changed(Client who, String path, long id) {
    var edit = JsonObject.of("content", "Changed", "version", 1);
    return same(other -> who.put(path.formatted(other), edit), id);
  }

  /** Into the hidden board. */
  private static Response moved(Client who) {
    var own = OUTSIDER.topic("Wants in", "Text").getLong("id");
    return same(
        board -> who.put("/api/topic/" + own, JsonObject.of("boardId", board, "version", 1)),
        SECRET.board);
  }

  private static Response hidden(Client who, String path, String slug) {
    var answer = who.get(path.formatted(slug));
    var nothing = who.get(path.formatted("nothing"));
    assertThat(answer.expect(404).body()).isEqualTo(nothing.body());
    assertThat(comparable(answer)).isEqualTo(comparable(nothing));
    return answer;
  }

  private static String board(String rest) {
    return "/api/admin/boards/" + SECRET.board + rest;
  }

  private static String group(String rest) {
    return "/api/admin/groups/" + SECRET.group + rest;
  }

  private static JsonObject ids() {
    return JsonObject.of("ids", JsonArray.of(SECRET.board));
  }

  private static JsonObject rights() {
    return JsonObject.of("see", 1, "reply", 1, "open", 1, "moderate", JsonArray.of(4));
  }

  private static JsonObject role() {
    return JsonObject.of("role", "admin");
  }

  private static String link() {
    return "/topic/" + SECRET.topic + " #" + SECRET.topic + " @" + SECRET.insider.username();
  }

  private static JsonObject passwords() {
    return JsonObject.of("oldPassword", "wrong wrong", "newPassword", "wrong wrong wrong");
  }

  private static JsonObject token() {
    return JsonObject.of("token", "none");
  }

  private static JsonObject newPassword() {
    return JsonObject.of("token", "none", "password", "correct horse battery");
  }

  private static JsonObject login() {
    return JsonObject.of("username", "nobody", "password", "wrong wrong");
  }

  private static JsonObject registration() {
    return JsonObject.of("username", "x", "email", "x", "password", "x");
  }

  private static JsonObject room() {
    return JsonObject.of("roomId", UUID.randomUUID().toString());
  }

  @Test
  void theTableHasEveryOperationOfTheContract() {
    assertThat(WAYS.keySet()).isEqualTo(new TreeSet<>(FORUM.operations()));
  }

  static Stream<String> operations() {
    return WAYS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoMayNotSeeItLearnsNothing(String operation) {
    for (var who : List.of(OUTSIDER, FORUM.guest())) {
      WAYS.get(operation).apply(who).forEach(EveryWayOutIT::assertTellsNothing);
    }
  }

  private static void assertTellsNothing(Response answer) {
    var body = String.valueOf(answer.body());
    assertThat(SECRET.isToldBy(body)).as(body).isFalse();
    assertThat(SECRET.isToldBy(answer.headers().toString())).isFalse();
    if (String.valueOf(answer.header("content-type")).contains("json")) {
      assertThat(SECRET.isNamedBy(answer.body().toJson())).as(body).isFalse();
    }
  }

  @Test
  void whoMaySeeItDoes() {
    var insider = SECRET.insider();
    assertThat(titles(insider.get("/api/topic/boards"))).contains(SECRET.word);
    // Other tests open a hundred topics meanwhile.
    assertThat(Stream.of(1, 2, 3, 4))
        .anyMatch(
            page ->
                titles(insider.get("/api/index?pageSize=100&page=" + page)).contains(SECRET.word));
    assertThat(titles(insider.get("/api/index?board=" + SECRET.board))).contains(SECRET.word);
    var topic = insider.get("/api/topic/" + SECRET.topic).expect(200).json();
    assertThat(topic.getJsonObject("replies").getJsonArray("items")).isNotEmpty();
    assertThat(topic.getJsonObject("permissions"))
        .isEqualTo(
            JsonObject.of("reply", true, "edit", false, "delete", false)
                .mergeIn(JsonObject.of("pin", false, "lock", false, "move", false))
                .put("moderate", false));
    assertThat(Searches.awaited(insider, SECRET.word, 2)).hasSize(2);
    assertThat(Searches.suggested(insider, SECRET.word))
        .extracting(found -> found.getString("type"))
        .contains("topic", "board");
    FORUM.caughtUp();
    var profile = insider.get("/api/user/" + SECRET.insider.id()).json();
    assertThat(profile.encode()).contains(SECRET.word);
    assertThat(profile.getInteger("topicCount")).isEqualTo(1);
    assertThat(profile.getInteger("replyCount")).isPositive();
  }

  private static List<String> titles(Response list) {
    return list.expect(200).items().stream().map(item -> item.getString("title")).toList();
  }

  @Test
  void countsAreOfWhatIsSeen() {
    for (var who : List.of(OUTSIDER, FORUM.guest())) {
      var profile = who.get("/api/user/" + SECRET.insider.id()).json();
      assertThat(profile.getInteger("topicCount")).isZero();
      assertThat(profile.getInteger("replyCount")).isZero();
      // other tests open topics meanwhile
      await()
          .untilAsserted(
              () -> {
                var boards = who.get("/api/topic/boards").items();
                var total = who.get("/api/index").json().getLong("total");
                assertThat(total)
                    .isEqualTo(boards.stream().mapToLong(b -> b.getLong("topicCount")).sum());
              });
    }
  }

  @Test
  void aChangeInTheDarkChangesNoGuestsPage() {
    var page = "/api/user/" + SECRET.insider.id();
    var before = FORUM.guest().get(page).expect(200).header("etag");
    var edit = JsonObject.of("content", "Changed " + SECRET.word, "version", 1);
    var other = new PrivateBoard(FORUM);
    SECRET.insider.put("/api/topic/" + SECRET.topic, edit).expect(200);
    assertThat(FORUM.guest().get(page).expect(200).header("etag")).isEqualTo(before);
    other.seenBy(Group.EVERYONE);
  }

  @Test
  void aViewOfWhatIsHiddenCountsNothing() {
    var own = new PrivateBoard(FORUM);
    OUTSIDER.get("/api/topic/" + own.topic).expectProblem(404);
    FORUM.guest().get("/api/topic/" + own.topic).expectProblem(404);
    FORUM.flush();
    assertThat(
            FORUM.sql("SELECT views FROM topic WHERE id = ?", own.topic).get(0).getInteger("views"))
        .isZero();
    own.insider.get("/api/topic/" + own.topic).expect(200);
    await() // another test may be writing the views just now
        .until(
            () -> {
              FORUM.flush();
              return FORUM
                  .sql("SELECT views FROM topic WHERE id = ?", own.topic)
                  .get(0)
                  .getInteger("views")
                  .equals(1);
            });
    own.seenBy(Group.EVERYONE);
  }

  @Test
  void aMentionMailsOnlyWhoSeesThePost() {
    var reader = SECRET.insider();
    var content = "@" + OUTSIDER.username() + " @" + reader.username();
    SECRET.insider.reply(SECRET.topic, content);
    assertThat(mentions(OUTSIDER)).isEmpty();
    assertThat(mentions(reader)).hasSize(1);
  }

  private static List<JsonObject> mentions(Client member) {
    return FORUM.mails(member.email()).stream()
        .filter(mail -> mail.getString("kind").equals("mention"))
        .toList();
  }
}
