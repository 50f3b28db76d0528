package parley.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;
import parley.board.Boards;

class TopicListIT {

  private final Forum forum = Forum.shared();
  private final long board = Boards.add(forum);
  private final Client author = forum.member();

  @Test
  void theNewestActivityIsFirst() {
    var first = Boards.topic(author, board, "first");
    var second = Boards.topic(author, board, "second");
    assertThat(ids(list(""))).containsExactly(second, first);

    author.reply(first, "This wakes it");
    assertThat(ids(list(""))).containsExactly(first, second);
  }

  @Test
  void aTopicFallsBackWhenItsLastReplyIsDeleted() {
    var first = Boards.topic(author, board, "first");
    var second = Boards.topic(author, board, "second");
    var reply = author.reply(first, "This wakes it").getLong("id");
    author.delete("/api/reply/" + reply).expect(204);
    assertThat(ids(list(""))).containsExactly(second, first);
  }

  @Test
  void anEditIsNoActivity() {
    var first = Boards.topic(author, board, "first");
    var second = Boards.topic(author, board, "second");
    author.put("/api/topic/" + first, Edits.of("content", "Other words", 1)).expect(200);
    assertThat(ids(list(""))).containsExactly(second, first);
  }

  @Test
  void aSummaryTellsWhoRepliedLast() {
    var topic = Boards.topic(author, board, "Asked");
    assertThat(list("").items().get(0).getValue("lastReply")).isNull();

    var helper = forum.member();
    helper.reply(topic, "Answered");
    var summary = list("").items().get(0);
    assertThat(summary.getLong("replyCount")).isEqualTo(1);
    assertThat(summary.getJsonObject("author").getLong("id")).isEqualTo(author.id());
    assertThat(summary.getJsonObject("board").getLong("id")).isEqualTo(board);
    assertThat(summary.getJsonObject("lastReply").getJsonObject("author").getLong("id"))
        .isEqualTo(helper.id());
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var topics = List.of(1, 2, 3, 4, 5);
    var opened = topics.stream().map(n -> Boards.topic(author, board, "Topic " + n)).toList();

    assertThat(ids(list("&pageSize=2"))).containsExactly(opened.get(4), opened.get(3));
    assertThat(ids(list("&pageSize=2&page=2"))).containsExactly(opened.get(2), opened.get(1));
    var last = list("&pageSize=2&page=3");
    assertThat(ids(last)).containsExactly(opened.get(0));
    assertThat(last.json().getLong("total")).isEqualTo(5);
    assertThat(last.json().getLong("page")).isEqualTo(3);
    assertThat(last.json().getLong("pageSize")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 1_000_000_000_000L, Long.MAX_VALUE})
  void aPageBeyondTheEndIsEmpty(long page) {
    Boards.topic(author, board, "Alone");
    var answer = list("&page=" + page);
    assertThat(answer.items()).isEmpty();
    assertThat(answer.json().getLong("total")).isEqualTo(1);
    assertThat(answer.json().getLong("page")).isEqualTo(page);
  }

  @Test
  void theListOfAllBoardsHasTheTopicsOfEach() {
    var topic = Boards.topic(author, board, "Newest of all");
    author.reply(topic, "Newest activity of all");
    var seen =
        forum.guest().get("/api/index?pageSize=100").expect(200).items().stream()
            .map(summary -> summary.getLong("id"));
    assertThat(seen).contains(topic);
  }

  @Test
  void anUnknownBoardIsAProblem() {
    forum.guest().get("/api/index?board=987654321").expectProblem(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=-1",
        "page=x",
        "page=1.5",
        "page=",
        "page=9223372036854775808",
        "page=18446744073709551617",
        "pageSize=0",
        "pageSize=101",
        "pageSize=4294967297",
        "board=0",
        "board=x",
        "board=18446744073709551617"
      })
  void aParameterThatCannotBeIsNamed(String query) {
    forum
        .guest()
        .get("/api/index?" + query)
        .expectProblem(422, query.replaceFirst("=.*", "") + ":invalid");
  }

  private Response list(String more) {
    forum.caughtUp();
    return forum.guest().get("/api/index?board=" + board + more).expect(200);
  }

  private static List<Long> ids(Response answer) {
    return answer.items().stream().map(summary -> summary.getLong("id")).toList();
  }
}
