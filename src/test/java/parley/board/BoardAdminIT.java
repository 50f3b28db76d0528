package parley.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.access.Group;
import parley.bridge.BridgeClient;
import parley.member.Role;

class BoardAdminIT {

  private final Forum forum = Forum.shared();
  private final Client admin = forum.member(Role.ADMIN);

  private JsonObject add(JsonObject more) {
    var draft = JsonObject.of("title", Forum.unique("Board of mine")).mergeIn(more);
    return admin.post("/api/admin/boards", draft).expect(201).json();
  }

  private long add() {
    return add(new JsonObject()).getLong("id");
  }

  private JsonObject shown(Client who, long id) {
    return who.get("/api/topic/boards").expect(200).items().stream()
        .filter(board -> board.getLong("id") == id)
        .findFirst()
        .orElse(null);
  }

  private List<JsonObject> log(String action, long id) {
    return admin
        .get("/api/admin/audit?targetType=board&action=" + action + "&target=" + id)
        .expect(200)
        .items();
  }

  @Test
  void onlyAdministratorsChangeBoards() {
    var board = add();
    for (var who : List.of(forum.member(), forum.member(Role.MODERATOR))) {
      who.get("/api/admin/boards").expectProblem(403);
      who.post("/api/admin/boards", JsonObject.of("title", "Mine")).expectProblem(403);
      who.put("/api/admin/boards/" + board, JsonObject.of("title", "Mine")).expectProblem(403);
      who.delete("/api/admin/boards/" + board).expectProblem(403);
      who.get("/api/admin/boards/" + board + "/permissions").expectProblem(403);
      who.get("/api/admin/audit").expectProblem(403);
      who.get("/api/admin/audit/export?format=csv").expectProblem(403);
    }
    forum.guest().post("/api/admin/boards", JsonObject.of("title", "Mine")).expectProblem(401);
  }

  @Test
  void aNewBoardIsSeenByGuestsAtOnce() {
    forum.guest().get("/api/topic/boards").expect(200);
    var board =
        add(JsonObject.of("colour", "#12ab9f", "kind", "questions", "description", "Ask here"));
    var seen = shown(forum.guest(), board.getLong("id"));
    assertThat(seen.getString("colour")).isEqualTo("#12ab9f");
    assertThat(seen.getString("kind")).isEqualTo("questions");
    assertThat(seen.getValue("parentId")).isNull();
    assertThat(seen.getInteger("position")).isPositive();
    assertThat(log("board.create", board.getLong("id"))).hasSize(1);
    var topic = Boards.topic(forum.member(), board.getLong("id"), "In colour");
    var shownIn = forum.guest().get("/api/topic/" + topic).expect(200).json();
    assertThat(shownIn.getJsonObject("board").getString("colour")).isEqualTo("#12ab9f");
  }

  @Test
  void announcementsAreOpenedByModerators() {
    var board = add(JsonObject.of("kind", "announcements")).getLong("id");
    var draft = Boards.draft(board, "News", "Text");
    forum.member().post("/api/topic/add", draft).expectProblem(403);
    forum.member(Role.MODERATOR).post("/api/topic/add", draft).expect(201);
  }

  @Test
  void badValuesAreRefused() {
    var path = "/api/admin/boards";
    admin.post(path, new JsonObject()).expectProblem(422, "title:required");
    admin.post(path, JsonObject.of("title", " ")).expectProblem(422, "title:required");
    admin.post(path, JsonObject.of("title", "x", "slug", "a b")).expectProblem(422, "slug:invalid");
    admin
        .post(path, JsonObject.of("title", "x", "slug", "discussion"))
        .expectProblem(422, "slug:taken");
    admin
        .post(path, JsonObject.of("title", "x", "parentId", 999_999_999))
        .expectProblem(422, "parentId:unknown");
    admin.post(path, JsonObject.of("title", "x", "colour", "red")).expect(422);
    admin.post(path, JsonObject.of("title", "x", "kind", "secret")).expect(422);
    admin.put(path + "/999999999", JsonObject.of("title", "x")).expectProblem(404);
    admin.delete(path + "/999999999").expectProblem(404);
  }

  @Test
  void boardsAreNestedOneLevelDeep() {
    var parent = add();
    var child = add(JsonObject.of("parentId", parent)).getLong("id");
    assertThat(shown(forum.guest(), child).getLong("parentId")).isEqualTo(parent);
    admin
        .post("/api/admin/boards", JsonObject.of("title", "x", "parentId", child))
        .expectProblem(422, "parentId:too_deep");
    var other = add();
    admin
        .put("/api/admin/boards/" + parent, JsonObject.of("parentId", other))
        .expectProblem(422, "parentId:too_deep");
    admin
        .put("/api/admin/boards/" + other, JsonObject.of("parentId", other))
        .expectProblem(422, "parentId:too_deep");
    rights(parent, Group.ADMINS);
    assertThat(shown(forum.guest(), child).getValue("parentId")).isNull();
    admin.put("/api/admin/boards/" + child, JsonObject.of("parentId", 0)).expect(200);
    rights(parent, Group.EVERYONE);
    assertThat(shown(forum.guest(), child).getValue("parentId")).isNull();
  }

  private void rights(long board, long see) {
    var body = JsonObject.of("see", see, "reply", 2, "open", 2, "moderate", JsonArray.of(4));
    var path = "/api/admin/boards/" + board + "/permissions";
    assertThat(admin.put(path, body).expect(200).json()).isEqualTo(body);
    assertThat(admin.get(path).expect(200).json()).isEqualTo(body);
  }

  @Test
  void rightsNameGroupsThatExist() {
    var path = "/api/admin/boards/" + add() + "/permissions";
    var body = JsonObject.of("see", 1, "reply", 2, "open", 999, "moderate", JsonArray.of(4));
    admin.put(path, body).expectProblem(422, "open:unknown");
    admin.put(path, body.put("open", 2).put("moderate", new JsonArray())).expect(422);
    admin
        .put("/api/admin/boards/999999/permissions", body.put("moderate", JsonArray.of(4)))
        .expectProblem(404);
  }

  @Test
  void whatListensToABoardThatClosesHearsNothingMore() {
    var board = add();
    var topic = Boards.topic(forum.member(), board, "Open");
    var address = "topic." + topic;
    try (var guest = BridgeClient.guest(forum).listen(address);
        var staff = BridgeClient.of(forum, forum.member(Role.MODERATOR)).listen("index")) {
      rights(board, Group.MODERATORS);
      assertThat(guest.error().getString("address")).isEqualTo(address);
      staff.event("index", "boardsChanged");
      forum.guest().get("/api/topic/" + topic).expectProblem(404);
      assertThat(shown(forum.guest(), board)).isNull();
    }
  }

  @Test
  void aFormerSlugLeadsToTheBoard() {
    var board = add();
    var first = shown(admin, board).getString("slug");
    var second = Forum.unique("renamed");
    admin.put("/api/admin/boards/" + board, JsonObject.of("slug", second)).expect(200);
    var found = forum.guest().get("/api/boards/" + first).expect(200).json();
    assertThat(found.getLong("id")).isEqualTo(board);
    assertThat(found.getString("slug")).isEqualTo(second);
    forum.guest().get("/board/" + first).expect(200);
    rights(board, Group.ADMINS);
    forum.guest().get("/board/" + first).expect(404);
    forum.guest().get("/api/boards/" + first).expectProblem(404);
    forum.guest().get("/api/boards/" + second).expectProblem(404);
    var changes = log("board.change", board);
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).getJsonObject("details").getJsonArray("slug"))
        .isEqualTo(JsonArray.of(first, second));
    assertThat(changes.get(0).getString("network")).isEqualTo("127.0.0.0/24");
    assertThat(changes.get(0).getJsonObject("actor").getLong("id")).isEqualTo(admin.id());
  }

  @Test
  void nothingIsWrittenInAnArchivedBoard() {
    var board = add();
    var author = forum.member();
    var topic = Boards.topic(author, board, "Before");
    admin.put("/api/admin/boards/" + board, JsonObject.of("archived", true)).expect(200);
    author
        .post("/api/reply/add", JsonObject.of("topicId", topic, "content", "C"))
        .expectProblem(403);
    author.post("/api/topic/add", Boards.draft(board, "T", "C")).expectProblem(403);
    assertThat(shown(author, board).getBoolean("archived")).isTrue();
    assertThat(shown(author, board).getJsonObject("permissions"))
        .isEqualTo(JsonObject.of("see", true, "open", false, "reply", false, "moderate", false));
    admin.put("/api/admin/boards/" + board, JsonObject.of("archived", false)).expect(200);
    author.reply(topic, "After");
  }

  @Test
  void theOrderNamesEveryBoard() {
    admin
        .put("/api/admin/boards/order", JsonObject.of("ids", JsonArray.of(1, 1)))
        .expectProblem(422, "ids:repeated");
    admin.put("/api/admin/boards/order", JsonObject.of("ids", JsonArray.of(1))).expectProblem(409);
    var board = add();
    await() // other tests make boards meanwhile
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var ids = new ArrayList<Long>();
              admin.get("/api/admin/boards").items().forEach(each -> ids.add(each.getLong("id")));
              ids.remove(board);
              ids.add(board);
              var body = JsonObject.of("ids", new JsonArray(ids));
              return admin.put("/api/admin/boards/order", body).status() == 200;
            });
    assertThat(log("board.order", board)).isEmpty();
    assertThat(admin.get("/api/admin/audit?action=board.order").expect(200).items()).isNotEmpty();
  }

  @Test
  void aBoardWithTopicsNeedsAPlaceForThem() {
    var board = add();
    Boards.topic(forum.member(), board, "Here");
    admin.delete("/api/admin/boards/" + board).expectProblem(409);
    admin
        .delete("/api/admin/boards/" + board + "?moveTo=" + board)
        .expectProblem(422, "moveTo:unknown");
    admin
        .delete("/api/admin/boards/" + board + "?moveTo=999999999")
        .expectProblem(422, "moveTo:unknown");
    assertThat(shown(admin, board)).isNotNull();
  }

  @Test
  void aMergedBoardsTopicsAreInTheOtherOne() {
    var from = add();
    var into = add();
    var child = add(JsonObject.of("parentId", from)).getLong("id");
    var slug = shown(admin, from).getString("slug");
    var author = forum.member();
    var topics = new ArrayList<Long>();
    for (var n = 0; n < 120; n++) { // more than one transaction moves
      topics.add(Boards.topic(author, from, "Moves " + n));
    }
    author.reply(topics.get(0), "along");
    author.delete("/api/topic/" + topics.get(1)).expect(204);
    var status = admin.delete("/api/admin/boards/" + from + "?moveTo=" + into).status();
    assertThat(status).isEqualTo(202);
    author.post("/api/topic/add", Boards.draft(from, "Too late", "C")).expect(403);
    admin.put("/api/admin/boards/" + from, JsonObject.of("title", "x")).expectProblem(409);
    admin.delete("/api/admin/boards/" + into).expectProblem(409);
    await().atMost(Duration.ofSeconds(60)).until(() -> shown(admin, from) == null);
    var counts = Boards.find(forum, into);
    assertThat(counts.getLong("topicCount")).isEqualTo(119);
    assertThat(counts.getLong("replyCount")).isEqualTo(1);
    assertThat(
            forum
                .guest()
                .get("/api/topic/" + topics.get(0))
                .expect(200)
                .json()
                .getJsonObject("board")
                .getLong("id"))
        .isEqualTo(into);
    assertThat(shown(admin, child).getValue("parentId")).isNull();
    assertThat(forum.guest().get("/api/boards/" + slug).expect(200).json().getLong("id"))
        .isEqualTo(into);
    assertThat(log("board.delete", from)).hasSize(1);
    var days = forum.sql("SELECT SUM(topics) AS n FROM topic_day WHERE board_id = ?", into);
    assertThat(days.get(0).getInteger("n")).isEqualTo(119);
  }

  @Test
  void anEmptyBoardGoes() {
    var board = add();
    assertThat(admin.delete("/api/admin/boards/" + board).status()).isIn(202, 204);
    await().atMost(Duration.ofSeconds(30)).until(() -> shown(admin, board) == null);
  }

  @Test
  void theLogIsSentAsAFile() {
    var title = "=HYPERLINK(\"x\"),\n".strip() + Forum.unique("evil");
    var board = add(JsonObject.of("title", title)).getLong("id");
    var path = "/api/admin/audit/export?target=" + board + "&targetType=board&format=";
    var json =
        new JsonArray(admin.request(HttpMethod.GET, path + "json").send().await().bodyAsString());
    assertThat(json).hasSize(1);
    assertThat(json.getJsonObject(0).getJsonObject("details").getString("title")).isEqualTo(title);
    var csv = admin.request(HttpMethod.GET, path + "csv").send().await();
    assertThat(csv.getHeader("content-disposition")).contains("audit.csv");
    assertThat(csv.bodyAsString().lines()).hasSize(2);
    assertThat(csv.bodyAsString()).contains("\"board.create\"").contains(admin.username());
    admin.get("/api/admin/audit?from=yesterday").expectProblem(422, "from:not_a_time");
    admin.get("/api/admin/audit/export").expect(422);
  }
}
