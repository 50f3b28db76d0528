package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.Client;
import parley.Forum;
import parley.board.Boards;

class ConcurrentPostsIT {

  private static final int AT_ONCE = 50;

  private final Forum forum = Forum.shared();
  private final long board = Boards.add(forum);
  private final List<Client> members = List.of(forum.member(), forum.member(), forum.member());

  @Test
  void repliesAtOnceGetDenseFloorsAndAreAllCounted() {
    var topic = Boards.topic(members.get(0), board, "Busy");
    var statuses =
        atOnce(
            n ->
                post(
                    members.get(n % 3),
                    "/api/reply/add",
                    new JsonObject().put("topicId", topic).put("content", "reply " + n)));
    assertThat(statuses).isEqualTo(Map.of(201, (long) AT_ONCE));

    var floors = forum.sql("SELECT floor FROM reply WHERE topic_id = ? ORDER BY floor", topic);
    assertThat(floors.stream().map(row -> row.getLong("floor")))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, AT_ONCE).boxed().toList());
    var read = members.get(0).get("/api/topic/" + topic).json();
    assertThat(read.getLong("replyCount")).isEqualTo(AT_ONCE);
    assertThat(Boards.find(forum, board).getLong("replyCount")).isEqualTo(AT_ONCE);
    assertThat(count(members.get(0), "replyCount")).isEqualTo(17);
    assertThat(count(members.get(1), "replyCount")).isEqualTo(17);
    assertThat(count(members.get(2), "replyCount")).isEqualTo(16);
  }

  @Test
  void topicsOpenedAtOnceAreAllCounted() {
    var statuses =
        atOnce(
            n ->
                post(
                    members.get(n % 3),
                    "/api/topic/add",
                    Boards.draft(board, "Topic " + n, "Text")));
    assertThat(statuses).isEqualTo(Map.of(201, (long) AT_ONCE));
    assertThat(Boards.find(forum, board).getLong("topicCount")).isEqualTo(AT_ONCE);
    assertThat(count(members.get(0), "topicCount")).isEqualTo(17);
  }

  @Test
  void repliesOfOneMemberToManyTopicsAtOnceAreAllCounted() {
    var author = members.get(0);
    var topics =
        IntStream.range(0, 5).mapToObj(n -> Boards.topic(author, board, "Topic " + n)).toList();
    var statuses =
        atOnce(
            n ->
                post(
                    author,
                    "/api/reply/add",
                    new JsonObject().put("topicId", topics.get(n % 5)).put("content", "x")));
    assertThat(statuses).isEqualTo(Map.of(201, (long) AT_ONCE));
    assertThat(count(author, "replyCount")).isEqualTo(AT_ONCE);
  }

  @Test
  void ofEditsAtOnceExactlyOneWins() {
    var author = members.get(0);
    var topic = Boards.topic(author, board, "Contested");
    var reply = author.reply(topic, "Contested too").getLong("id");
    var expected = Map.of(200, 1L, 409, AT_ONCE - 1L);

    assertThat(atOnce(n -> put(author, "/api/topic/" + topic, Edits.of("content", "edit " + n, 1))))
        .isEqualTo(expected);
    assertThat(atOnce(n -> put(author, "/api/reply/" + reply, Edits.of("content", "edit " + n, 1))))
        .isEqualTo(expected);
    var read = author.get("/api/topic/" + topic).json();
    assertThat(read.getLong("version")).isEqualTo(2);
  }

  @Test
  void movesToAndFroAtOnceLoseNoCount() {
    var other = Boards.add(forum);
    var author = members.get(0);
    var topics =
        IntStream.range(0, 6)
            .mapToObj(n -> Boards.topic(author, n % 2 == 0 ? board : other, "Mover " + n))
            .toList();
    var moves =
        IntStream.range(0, 6)
            .mapToObj(
                n ->
                    put(
                        author,
                        "/api/topic/" + topics.get(n),
                        Edits.of("boardId", n % 2 == 0 ? other : board, 1)))
            .toList();
    assertThat(statuses(moves)).isEqualTo(Map.of(200, 6L));
    assertThat(Boards.find(forum, board).getLong("topicCount")).isEqualTo(3);
    assertThat(Boards.find(forum, other).getLong("topicCount")).isEqualTo(3);
  }

  @Test
  void aReplyDeletedManyTimesAtOnceIsTakenFromTheCountsOnce() {
    var author = members.get(0);
    var topic = Boards.topic(author, board, "Deleting");
    author.reply(topic, "stays");
    var reply = author.reply(topic, "goes").getLong("id");
    var statuses = atOnce(n -> author.request(HttpMethod.DELETE, "/api/reply/" + reply).send());
    assertThat(statuses).isEqualTo(Map.of(204, 1L, 404, AT_ONCE - 1L));
    assertThat(Boards.find(forum, board).getLong("replyCount")).isEqualTo(1);
  }

  private long count(Client member, String which) {
    forum.caughtUp();
    return member.get("/api/user/" + member.id()).json().getLong(which);
  }

  private static Map<Integer, Long> atOnce(IntFunction<Future<HttpResponse<Buffer>>> request) {
    return statuses(IntStream.range(0, AT_ONCE).mapToObj(request).toList());
  }

  private static Map<Integer, Long> statuses(List<Future<HttpResponse<Buffer>>> answers) {
    return Future.join(answers).await().<HttpResponse<Buffer>>list().stream()
        .map(HttpResponse::statusCode)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static Future<HttpResponse<Buffer>> post(Client who, String path, JsonObject body) {
    return who.request(HttpMethod.POST, path).sendJsonObject(body);
  }

  private static Future<HttpResponse<Buffer>> put(Client who, String path, JsonObject body) {
    return who.request(HttpMethod.PUT, path).sendJsonObject(body);
  }
}
