package parley.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.store.Database;
import parley.store.Rows;

/** Groups of replies, put together by hand. */
class ReplyGroupsIT {

  /** What its text asks for. */
  private static final class Obedient implements WritingPart {
    @Override
    public Future<PostState> decide(SqlClient tx, Draft draft, PostedTopic topic) {
      return switch (draft.content()) {
        case "refuse" -> Future.failedFuture(ForumException.of(Kind.FORBIDDEN, "No."));
        case "hold" -> Future.succeededFuture(PostState.HELD);
        case "break" -> tx.query("SELECT * FROM no_such_table").execute().map(PostState.SHOWN);
        default -> Future.succeededFuture(PostState.SHOWN);
      };
    }

    @Override
    public Future<Void> written(SqlClient tx, Draft draft, Written written) {
      if (draft.content().equals("throw")) {
        throw new IllegalStateException("after its row was written");
      }
      return Future.succeededFuture();
    }
  }

  private final Forum forum = Forum.shared();
  private final Database database = new Database(forum.vertx(), forum.mysql(), 8, 10);
  private final ReplyDrafts drafts = new ReplyDrafts(forum, 6);
  private final long topic = drafts.topic();
  private final ReplyGroups groups =
      new ReplyGroups(
          database,
          new Journal(forum.vertx().eventBus(), Clock.systemUTC()),
          new WritingParts(() -> List.of(new Obedient())),
          Clock.tickMillis(ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close().await();
  }

  private List<Future<Written>> write(List<Draft> group) {
    var context = forum.vertx().getOrCreateContext();
    var replies = group.stream().map(draft -> new WaitingReply(draft, context)).toList();
    groups.write(replies);
    return replies.stream().map(WaitingReply::written).toList();
  }

  private List<Draft> textsOf(String... texts) {
    var group = new ArrayList<Draft>();
    for (var text : texts) {
      group.add(drafts.draft(group.size(), topic, text));
    }
    return group;
  }

  @Test
  void aGroupIsWrittenWithDenseFloorsInEachTopic() {
    var other = drafts.topic();
    var group = new ArrayList<Draft>();
    for (var member = 5; member >= 0; member--) {
      group.add(drafts.draft(member, member % 3 == 0 ? other : topic, "text " + member));
    }
    var written = Future.all(write(group)).await().<Written>list();
    for (var n = 0; n < group.size(); n++) {
      var row = forum.sql("SELECT * FROM reply WHERE id = ?", written.get(n).id()).get(0);
      assertThat(row.getString("content")).isEqualTo(group.get(n).content());
      assertThat(row.getLong("floor")).isEqualTo(written.get(n).floor());
      assertThat(row.getLong("topic_id")).isEqualTo(group.get(n).topicId());
      assertThat(drafts.stored(group.get(n))).isEqualTo(1);
    }
    assertThat(drafts.floors(topic)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(drafts.floors(other)).containsExactly(1L, 2L);
    assertThat(drafts.counts(topic)).isEqualTo("4 shown, last 4");
    assertThat(drafts.counts(other)).isEqualTo("2 shown, last 2");
  }

  @Test
  void entriesNameTheirOwnReplies() {
    var written = Future.all(write(textsOf("a", "b", "c"))).await().<Written>list();
    for (var reply : written) {
      var data =
          forum
              .sql(
                  "SELECT data FROM journal WHERE type = 'reply.written' AND subject = ?",
                  reply.id())
              .get(0)
              .getString("data");
      assertThat(data).contains("\"floor\":" + reply.floor() + ",").contains("" + topic);
    }
  }

  @Test
  void whoIsRefusedOrHeldBackIsSoAlone() {
    var group = new ArrayList<>(textsOf("a", "refuse", "hold", "b"));
    group.add(drafts.draft(4, 987_654_321, "nowhere"));
    var written = write(group);
    assertThat(written.get(0).await().state()).isEqualTo(PostState.SHOWN);
    assertThat(written.get(2).await().state()).isEqualTo(PostState.HELD);
    assertThat(written.get(3).await().state()).isEqualTo(PostState.SHOWN);
    assertRefused(written.get(1), Kind.FORBIDDEN);
    assertRefused(written.get(4), Kind.NOT_FOUND);
    assertThat(drafts.floors(topic)).containsExactly(1L, 2L, 3L);
    assertThat(drafts.counts(topic)).isEqualTo("2 shown, last 3");
  }

  private static void assertRefused(Future<Written> written, Kind kind) {
    assertThatThrownBy(written::await)
        .isInstanceOfSatisfying(
            ForumException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  @Test
  void whatBreaksAGroupBreaksOnlyItsOwnReply() {
    for (var poison : List.of("break", "throw")) {
      var group = textsOf("a", "b", poison, "c");
      var written = write(group);
      assertThatThrownBy(written.get(2)::await).isNotInstanceOf(ForumException.class);
      for (var n : List.of(0, 1, 3)) {
        written.get(n).await();
        assertThat(drafts.stored(group.get(n))).isEqualTo(1);
      }
      assertThat(drafts.stored(group.get(2))).isZero();
    }
    assertThat(drafts.floors(topic)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(drafts.counts(topic)).isEqualTo("6 shown, last 6");
  }

  @Test
  void aKeyThatWasUsedFailsAloneAndSoDoesOneThatIsInAGroupTwice() {
    var before = drafts.draft(0, topic, "again");
    Future.all(write(List.of(before))).await();
    var twice = drafts.draft(1, topic, "twice");
    var group = List.of(before, twice, twice, drafts.draft(2, topic, "new"));
    var written = write(List.of(before, twice, copy(twice), group.get(3)));
    var done = Future.join(written).transform(all -> Future.succeededFuture());
    done.await();
    assertThat(Rows.isDuplicate(written.get(0).cause(), "uq_reply_request")).isTrue();
    assertThat(List.of(written.get(1).succeeded(), written.get(2).succeeded()))
        .containsExactlyInAnyOrder(true, false);
    assertThat(written.get(3).succeeded()).isTrue();
    group.forEach(draft -> assertThat(drafts.stored(draft)).isEqualTo(1));
    assertThat(drafts.floors(topic)).hasSize(3);
    assertThat(drafts.counts(topic)).isEqualTo("3 shown, last 3");
  }

  private Draft copy(Draft draft) {
    return drafts.draft(1, draft.topicId(), draft.content(), draft.request());
  }

  @Test
  void aTopicThatSomebodyHoldsKeepsOnlyItsOwnRepliesWaiting() {
    var free = drafts.topic();
    var held = Promise.<Void>promise();
    var letGo = Promise.<Void>promise();
    var holder =
        forum
            .database()
            .transaction(
                tx ->
                    tx.preparedQuery("SELECT id FROM topic WHERE id = ? FOR UPDATE")
                        .execute(Tuple.of(topic))
                        .onSuccess(locked -> held.complete())
                        .compose(locked -> letGo.future()));
    held.future().await();
    var written =
        write(
            List.of(
                drafts.draft(0, topic, "waits"),
                drafts.draft(1, free, "passes"),
                drafts.draft(2, topic, "waits too"),
                drafts.draft(3, free, "passes too")));
    written.get(1).await();
    written.get(3).await();
    assertThat(written.get(0).isComplete()).isFalse();
    assertThat(written.get(2).isComplete()).isFalse();
    letGo.complete();
    holder.await();
    written.get(0).await();
    written.get(2).await();
    assertThat(drafts.floors(topic)).containsExactly(1L, 2L);
    assertThat(drafts.floors(free)).containsExactly(1L, 2L);
  }
}
