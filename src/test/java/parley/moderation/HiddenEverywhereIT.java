package parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.board.Boards;
import parley.member.Role;
import parley.search.Searches;

/** Walks what reads posts, with a topic that is hidden or deleted: others learn nothing of it. */
class HiddenEverywhereIT {

  private final Forum forum = Forum.shared();
  private final Client moderator = forum.member(Role.MODERATOR);
  private final Client author = forum.member();
  private final Client reader = forum.member();
  private final String word = Forum.unique("unseen");
  private final long board = Boards.add(forum);
  private final long topic = Boards.topic(author, board, word);

  @ParameterizedTest
  @ValueSource(strings = {"hide", "delete"})
  void nobodyElseLearnsOfIt(String act) {
    reader.put("/api/topic/" + topic + "/watch", JsonObject.of("level", "watching")).expect(200);
    var reply = reader.reply(topic, "A reply with " + word).getLong("id");
    author.reply(topic, "@" + reader.username() + " answers " + word);
    reader.put("/api/topic/" + topic + "/like").expect(200);
    Searches.awaited(reader, word, 3);
    forum.caughtUp("following.notices");
    if (act.equals("hide")) {
      moderator.put("/api/topic/" + topic + "/state", JsonObject.of("hidden", true)).expect(200);
    } else {
      moderator.delete("/api/topic/" + topic).expect(204);
    }
    forum.caughtUp();
    for (var who : List.of(reader, forum.guest())) {
      for (var path : paths(reply)) {
        var answer = who.get(path);
        assertThat(String.valueOf(answer.body())).as(path).doesNotContain(word);
      }
      who.get("/api/topic/" + topic).expectProblem(404);
      who.get("/api/topic/" + topic + "/likes").expectProblem(404);
      who.get("/api/reply/" + reply + "/likes").expectProblem(404);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> who.get("/api/search?q=" + word).expect(200).items().isEmpty());
    }
    for (var path : List.of("/like", "/watch")) {
      reader
          .put("/api/topic/" + topic + path, path.equals("/watch") ? level() : new JsonObject())
          .expect(404);
    }
    reader
        .post("/api/reply/add", JsonObject.of("topicId", topic, "content", "More"))
        .expectProblem(404);
    assertThat(Boards.find(forum, board).getInteger("topicCount")).isZero();
  }

  private static JsonObject level() {
    return JsonObject.of("level", "normal");
  }

  private List<String> paths(long reply) {
    return List.of(
        "/api/index?pageSize=100",
        "/api/index?board=" + board,
        "/api/topic/" + topic,
        "/api/topic/" + topic + "?floor=1",
        "/topic/" + topic,
        "/api/topic/boards",
        "/api/user/" + author.id(),
        "/api/user/" + reader.id(),
        "/api/notifications",
        "/api/search/suggest?q=" + word,
        "/api/reply/" + reply + "/likes");
  }
}
