package parley.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.access.Group;
import parley.board.Boards;
import parley.bridge.BridgeClient;
import parley.member.Role;

class GroupIT {

  private final Forum forum = Forum.shared();
  private final Client admin = forum.member(Role.ADMIN);
  private final Client member = forum.member();

  private long add(String... permissions) {
    var draft =
        JsonObject.of("name", Forum.unique("group"))
            .put("permissions", new JsonArray(List.of(permissions)));
    return admin.post("/api/admin/groups", draft).expect(201).json().getLong("id");
  }

  private JsonObject find(long id) {
    return admin.get("/api/admin/groups").expect(200).items().stream()
        .filter(group -> group.getLong("id") == id)
        .findFirst()
        .orElse(null);
  }

  private void join(long group, Client who) {
    admin
        .send(HttpMethod.PUT, "/api/admin/groups/" + group + "/members/" + who.id(), null)
        .expect(204);
  }

  @Test
  void onlyAdministratorsChangeGroups() {
    var group = add();
    for (var who : List.of(member, forum.member(Role.MODERATOR))) {
      who.get("/api/admin/groups").expectProblem(403);
      who.post("/api/admin/groups", JsonObject.of("name", "x")).expectProblem(403);
      who.put("/api/admin/groups/" + group, JsonObject.of("name", "x")).expectProblem(403);
      who.delete("/api/admin/groups/" + group).expectProblem(403);
      who.send(HttpMethod.PUT, "/api/admin/groups/" + group + "/members/" + who.id(), null)
          .expectProblem(403);
    }
  }

  @Test
  void aGroupOfOnesOwn() {
    var group = add();
    var changed =
        admin.put(
            "/api/admin/groups/" + group,
            JsonObject.of("colour", "#00ff00", "permissions", JsonArray.of("mails")));
    assertThat(changed.expect(200).json().getJsonArray("permissions")).containsExactly("mails");
    assertThat(find(group).getString("colour")).isEqualTo("#00ff00");
    assertThat(find(group).getLong("members")).isZero();
    join(group, member);
    join(group, member); // does nothing
    assertThat(find(group).getLong("members")).isEqualTo(1);
    member.get("/api/admin/mails").expect(200);
    assertThat(admin.get("/api/admin/users?group=" + group).expect(200).items()).hasSize(1);
    admin.delete("/api/admin/groups/" + group + "/members/" + member.id()).expect(204);
    admin.delete("/api/admin/groups/" + group + "/members/" + member.id()).expect(204);
    member.get("/api/admin/mails").expectProblem(403);
    var log = admin.get("/api/admin/audit?targetType=member&target=" + member.id()).items();
    assertThat(log.stream().map(entry -> entry.getString("action")))
        .containsExactly("group.leave", "group.join");
  }

  @Test
  void whatIsBuiltInStays() {
    for (var id = Group.EVERYONE; id <= Group.ADMINS; id++) {
      admin.delete("/api/admin/groups/" + id).expectProblem(409);
      admin.put("/api/admin/groups/" + id, JsonObject.of("name", "x")).expectProblem(409);
      if (id != Group.TRUSTED) { // nobody becomes staff by way of a group
        admin
            .send(HttpMethod.PUT, "/api/admin/groups/" + id + "/members/" + member.id(), null)
            .expectProblem(409);
      }
    }
    join(Group.TRUSTED, member);
    admin
        .put("/api/admin/groups/1", JsonObject.of("permissions", JsonArray.of("mails")))
        .expectProblem(422, "permissions:guests");
  }

  @Test
  void badValuesAreRefused() {
    var group = add();
    var name = find(group).getString("name");
    var path = "/api/admin/groups";
    admin.post(path, new JsonObject()).expectProblem(422, "name:required");
    admin
        .post(path, JsonObject.of("name", name.toUpperCase(java.util.Locale.ROOT)))
        .expectProblem(422, "name:taken");
    admin.post(path, JsonObject.of("name", "Trusted")).expectProblem(422, "name:taken");
    admin
        .put(path + "/" + group, JsonObject.of("permissions", JsonArray.of("everything")))
        .expectProblem(422, "permissions:unknown");
    admin.put(path + "/999999999", JsonObject.of("name", "x")).expectProblem(404);
    admin.delete(path + "/999999999").expectProblem(404);
    admin.send(HttpMethod.PUT, path + "/" + group + "/members/999999999", null).expectProblem(404);
  }

  @Test
  void aGroupThatRightsNameStays() {
    var group = add();
    var board = Boards.add(forum);
    var rights = JsonObject.of("see", 1, "reply", 2, "open", 2, "moderate", JsonArray.of(group, 4));
    admin.put("/api/admin/boards/" + board + "/permissions", rights).expect(200);
    admin.delete("/api/admin/groups/" + group).expectProblem(409);
    rights.put("moderate", JsonArray.of(4));
    admin.put("/api/admin/boards/" + board + "/permissions", rights).expect(200);
    admin.delete("/api/admin/groups/" + group).expect(204);
    assertThat(find(group)).isNull();
  }

  @Test
  void membershipHoldsAtOnceInEveryProcess() {
    var group = add();
    var board = Boards.add(forum);
    var rights = JsonObject.of("see", group, "reply", 2, "open", 2, "moderate", JsonArray.of(4));
    join(group, member);
    var topic = Boards.topic(member, board, "Only for some");
    admin.put("/api/admin/boards/" + board + "/permissions", rights).expect(200);
    var address = "topic." + topic;
    try (var other = Forum.with(Map.of())) {
      var there = other.guest().signIn(member.username(), Client.PASSWORD);
      var listening = BridgeClient.of(other, there).listen(address);
      there.get("/api/topic/" + topic).expect(200);
      admin.delete("/api/admin/groups/" + group + "/members/" + member.id()).expect(204);
      there.get("/api/topic/" + topic).expectProblem(404);
      assertThat(listening.error().getString("address")).isEqualTo(address);
      listening.close();
      join(group, member);
      there.get("/api/topic/" + topic).expect(200);
    }
    rights.put("see", 1);
    admin.put("/api/admin/boards/" + board + "/permissions", rights).expect(200);
  }
}
