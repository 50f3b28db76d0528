package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.board.Boards;
import parley.member.Role;

/** What may be done in boards that everybody sees. */
class BoardRightsIT {

  private final Forum forum = Forum.shared();
  private final Client author = forum.member();
  private final Client member = forum.member();
  private final long board = Boards.add(forum);
  private final long topic = Boards.topic(author, board, "Ours");

  @Test
  void aNewBoardIsOpenToMembers() {
    assertThat(permissions(forum.guest())).isEqualTo(permissions(true, false, false, false));
    assertThat(permissions(member)).isEqualTo(permissions(true, true, true, false));
    assertThat(permissions(forum.member(Role.MODERATOR)))
        .isEqualTo(permissions(true, true, true, true));
  }

  @Test
  void onlyModeratorsAnnounce() {
    var announcements =
        forum.sql("SELECT id FROM board WHERE slug = 'announcements'").get(0).getLong("id");
    var draft = Boards.draft(announcements, "News", "Text");
    member.post("/api/topic/add", draft).expectProblem(403);
    var news = Boards.topic(forum.member(Role.MODERATOR), announcements, "News");
    member.reply(news, "Thanks");
    var own = member.topic("Not news", "Text").getLong("id");
    var move = JsonObject.of("boardId", announcements, "version", 1);
    member.put("/api/topic/" + own, move).expectProblem(403);
  }

  @Test
  void whatGuestsDoNotSeeHasThePageOfWhatDoesNotExist() {
    var slug = forum.sql("SELECT slug FROM board WHERE id = ?", board).get(0).getString("slug");
    assertThat(page("/board/" + slug).status()).isEqualTo(200);
    assertThat(page("/topic/" + topic).body().toString()).contains("<title>Ours · Parley</title>");

    var members =
        new BoardRights(
            board, Group.MEMBERS, Group.MEMBERS, Group.MEMBERS, Set.of(Group.MODERATORS));
    forum.access().setRights(members).await();
    var nothing = page("/topic/987654321");
    for (var hidden : List.of(page("/board/" + slug), page("/topic/" + topic))) {
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(nothing.body());
      assertThat(hidden.header("etag")).isEqualTo(nothing.header("etag"));
    }
  }

  private Response page(String path) {
    return forum.guest().header("accept", "text/html").get(path);
  }

  @Test
  void whoMayReadNeedNotBeAllowedToReply() {
    rights(Group.MODERATORS, Group.MEMBERS, Set.of(Group.MODERATORS));
    assertThat(permissions(member)).isEqualTo(permissions(true, true, false, false));
    assertThat(topic(member).getJsonObject("permissions").getBoolean("reply")).isFalse();
    reply(member, 403);
    reply(forum.member(Role.MODERATOR), 201);
  }

  @Test
  void aGroupOfOnesOwnModeratesOneBoard() {
    var group = forum.access().addGroup(Forum.unique("group")).await();
    rights(Group.MEMBERS, Group.MEMBERS, Set.of(group));
    forum.access().join(member.id(), group).await();
    assertThat(topic(member).getJsonObject("permissions").getMap())
        .isEqualTo(
            JsonObject.of("reply", true, "edit", true, "delete", true, "moderate", true)
                .mergeIn(JsonObject.of("pin", true, "lock", true, "move", true))
                .getMap());
    var elsewhere = author.topic("Elsewhere", "Text").getLong("id");
    var edit = JsonObject.of("content", "Better", "version", 1);
    member.put("/api/topic/" + elsewhere, edit).expectProblem(403);
    member.put("/api/topic/" + topic, edit).expect(200);
    var again = JsonObject.of("content", "Best", "version", 2);
    forum.member(Role.MODERATOR).put("/api/topic/" + topic, again).expectProblem(403);
    forum.member(Role.ADMIN).put("/api/topic/" + topic, again).expect(200);

    forum.access().leave(member.id(), group).await();
    assertThat(permissions(member).getBoolean("moderate")).isFalse();
  }

  @Test
  void theTrustedAreInTheirGroupAndModeratorsToo() {
    rights(Group.TRUSTED, Group.TRUSTED, Set.of(Group.MODERATORS));
    reply(member, 403);
    forum.access().join(member.id(), Group.TRUSTED).await();
    reply(member, 201);
    reply(forum.member(Role.MODERATOR), 201);
    reply(forum.member(Role.ADMIN), 201);
  }

  @Test
  void aPermissionIsGivenToAGroupAndTakenBack() {
    var mails = new Permission("mails", Group.ADMINS);
    var group = forum.access().addGroup(Forum.unique("group")).await();
    forum.access().join(member.id(), group).await();
    member.get("/api/admin/mails").expectProblem(403);
    assertThat(own(member)).isEmpty();
    forum.access().grant(group, mails).await();
    member.get("/api/admin/mails").expect(200);
    assertThat(own(member)).containsExactly("mails");
    forum.access().withdraw(group, mails).await();
    member.get("/api/admin/mails").expectProblem(403);
    assertThat(own(forum.member(Role.ADMIN))).contains("mails");
    forum.guest().get("/api/admin/mails").expectProblem(401);
  }

  private static Iterable<Object> own(Client who) {
    return who.post("/api/user").expect(200).json().getJsonArray("permissions");
  }

  private void rights(long reply, long open, Set<Long> moderate) {
    forum.access().setRights(new BoardRights(board, Group.EVERYONE, reply, open, moderate)).await();
  }

  private void reply(Client who, int status) {
    who.post("/api/reply/add", JsonObject.of("topicId", topic, "content", "Text")).expect(status);
  }

  private JsonObject topic(Client who) {
    return who.get("/api/topic/" + topic).expect(200).json();
  }

  private JsonObject permissions(Client who) {
    return who.get("/api/topic/boards").expect(200).items().stream()
        .filter(each -> each.getLong("id") == board)
        .findFirst()
        .orElseThrow()
        .getJsonObject("permissions");
  }

  private static JsonObject permissions(
      boolean see, boolean open, boolean reply, boolean moderate) {
    return JsonObject.of("see", see, "open", open, "reply", reply, "moderate", moderate);
  }
}
