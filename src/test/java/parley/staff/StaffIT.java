package parley.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.TestStores;
import parley.Together;
import parley.access.Group;
import parley.board.Boards;
import parley.bridge.BridgeClient;
import parley.member.Role;

class StaffIT {

  private final Forum forum = Forum.shared();
  private final Client admin = forum.member(Role.ADMIN);
  private final Client member = forum.member();

  private static JsonObject role(String role) {
    return JsonObject.of("role", role, "reason", "Because of " + role);
  }

  private static String path(Client who) {
    return "/api/admin/users/" + who.id() + "/role";
  }

  @Test
  void onlyAdministratorsGiveRoles() {
    var moderator = forum.member(Role.MODERATOR);
    for (var who : List.of(member, moderator)) {
      who.get("/api/admin/users").expectProblem(403);
      who.put(path(who), role("admin")).expectProblem(403);
      who.put(path(admin), role("member")).expectProblem(403);
    }
    forum.guest().get("/api/admin/users").expectProblem(401);
  }

  @Test
  void membersAreFoundByNameRoleAndState() {
    var found = admin.get("/api/admin/users?query=" + member.username()).expect(200);
    assertThat(found.items()).hasSize(1);
    var shown = found.items().get(0);
    assertThat(shown.getString("email")).isEqualTo(member.email());
    assertThat(shown.getString("state")).isEqualTo("unverified");
    assertThat(shown.getString("role")).isEqualTo("member");
    assertThat(find("query=" + member.username() + "&role=admin")).isEmpty();
    assertThat(find("query=" + admin.username() + "&role=admin")).hasSize(1);
    assertThat(find("query=" + member.username() + "&state=active")).isEmpty();
    assertThat(find("query=" + member.username() + "&state=unverified")).hasSize(1);
    assertThat(find("query=" + member.username() + "&page=2")).isEmpty();
    assertThat(find("query=%25" + member.username().substring(1))).isEmpty();
    admin.get("/api/admin/users?role=king").expect(422);
    admin.get("/api/admin/users?state=dead").expect(422);
  }

  private List<JsonObject> find(String query) {
    var answer = admin.get("/api/admin/users?" + query);
    return answer.status() == 200 ? answer.items() : List.of();
  }

  @Test
  void aRoleHoldsAtOnceInEveryProcess() {
    var board = Boards.add(forum);
    var topic = Boards.topic(member, board, "Of the staff");
    forum.sql("UPDATE board SET see_group = ? WHERE id = ?", Group.MODERATORS, board);
    forum.access().rightsChanged().await();
    var address = "topic." + topic;
    admin.put(path(member), role("moderator")).expect(200);
    try (var other = Forum.with(Map.of())) {
      var there = other.guest().signIn(member.username(), Client.PASSWORD);
      var listening = BridgeClient.of(other, there).listen(address);
      there.get("/api/topic/" + topic).expect(200);
      var changed = admin.put(path(member), role("member")).expect(200).json();
      assertThat(changed.getString("role")).isEqualTo("member");
      there.get("/api/topic/" + topic).expectProblem(404);
      assertThat(listening.error().getString("address")).isEqualTo(address);
      listening.close();
    }
    forum.sql("UPDATE board SET see_group = 1 WHERE id = ?", board);
    forum.access().rightsChanged().await();
    var log = admin.get("/api/admin/audit?action=member.role&target=" + member.id()).items();
    assertThat(log).hasSize(2);
    assertThat(log.get(0).getString("reason")).isEqualTo("Because of member");
    assertThat(log.get(0).getJsonObject("details"))
        .isEqualTo(JsonObject.of("before", "moderator", "after", "member"));
  }

  @Test
  void guestsSeeTheRoleBesideTheNameAtOnce() {
    var topic = "/api/topic/" + member.topic("Of a moderator to be", "Text").getLong("id");
    var before = forum.guest().get(topic).expect(200).json().getJsonObject("author");
    assertThat(before.containsKey("role")).isFalse();
    admin.put(path(member), role("moderator")).expect(200);
    var after = forum.guest().get(topic).expect(200).json().getJsonObject("author");
    assertThat(after.getString("role")).isEqualTo("moderator");
  }

  @Test
  void whatIsRefused() {
    admin.put(path(member), role("king")).expectProblem(422, "role:unknown");
    admin.put("/api/admin/users/999999999/role", role("member")).expectProblem(404);
    admin.put(path(member), role("member").put("reason", "x".repeat(501))).expect(422);
  }

  @Test
  void ofTwoWhoDemoteEachOtherOneComesFirst() {
    for (var round = 0; round < 5; round++) {
      var one = forum.member(Role.ADMIN);
      var two = forum.member(Role.ADMIN);
      var answers =
          Together.send(
              () -> one.put(path(two), role("member")), () -> two.put(path(one), role("member")));
      assertThat(answers.stream().map(Response::status)).containsExactlyInAnyOrder(200, 403);
    }
  }

  @Test
  @ResourceLock(TestStores.OUTBOX)
  void theLastAdministratorStays() {
    try (var alone = Forum.sending(Map.of())) {
      alone.sql("UPDATE member SET role = 'member'");
      var last = alone.member(Role.ADMIN);
      last.put(path(last), role("moderator")).expectProblem(409);
      var second = alone.member(Role.ADMIN);
      last.put(path(last), role("moderator")).expect(200);
      last.put(path(second), role("member")).expectProblem(403);
      second.put(path(second), role("member")).expectProblem(409);
    }
  }

  @Test
  void aMemberIsSignedOutEverywhere() {
    var elsewhere = forum.guest().signIn(member.username(), Client.PASSWORD);
    elsewhere.get("/api/sessions").expect(200);
    var path = "/api/admin/users/" + member.id() + "/end-sessions";
    var why = JsonObject.of("reason", "A lost phone");
    member.post(path, why).expectProblem(403);
    admin.post("/api/admin/users/999999999/end-sessions", why).expectProblem(404);
    admin.post(path, why).expect(204);
    for (var who : List.of(member, elsewhere)) {
      who.get("/api/sessions").expectProblem(401);
    }
    forum.guest().signIn(member.username(), Client.PASSWORD).get("/api/sessions").expect(200);
    var log = admin.get("/api/admin/audit?action=member.sessions&target=" + member.id()).items();
    assertThat(log).hasSize(1);
    assertThat(log.get(0).getString("reason")).isEqualTo("A lost phone");
  }

  @Test
  void onlyTheStaffHasThePages() {
    for (var path : List.of("/admin", "/admin/boards", "/admin/groups")) {
      assertThat(page(admin, path)).isEqualTo(200);
      for (var who : List.of(member, forum.member(Role.MODERATOR), forum.guest())) {
        assertThat(page(who, path)).isEqualTo(404);
      }
    }
    var group = forum.access().addGroup("Postmen " + member.username()).await();
    admin
        .put("/api/admin/groups/" + group, JsonObject.of("permissions", List.of("mails")))
        .expect(200);
    forum.access().join(member.id(), group).await();
    assertThat(page(member, "/admin")).isEqualTo(200);
  }

  private static int page(Client who, String path) {
    return who.header("accept", "text/html").get(path).status();
  }
}
