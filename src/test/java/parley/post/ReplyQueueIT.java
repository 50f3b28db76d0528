package parley.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.Forum;
import parley.board.Boards;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.journal.Journal;
import parley.store.Database;
import parley.store.MysqlLimits;
import parley.store.Rows;

class ReplyQueueIT {

  private static final int AUTHORS = 8;

  private final Forum forum = Forum.shared();
  private final ReplyDrafts drafts = new ReplyDrafts(forum, AUTHORS);
  private final Set<SqlClient> transactions = ConcurrentHashMap.newKeySet();
  private final Promise<Void> open = Promise.promise();
  private Database database;

  /** Sees which transaction each reply is written in, and lets the writer wait. */
  private final WritingPart part =
      new WritingPart() {
        @Override
        public Future<PostState> decide(SqlClient tx, Draft draft, PostedTopic topic) {
          transactions.add(tx);
          return open.future().map(PostState.SHOWN);
        }
      };

  private ReplyQueue queue(MysqlLimits limits) {
    database = new Database(forum.vertx(), forum.mysql(), limits, 0, new SimpleMeterRegistry());
    var journal = new Journal(forum.vertx().eventBus(), Clock.systemUTC());
    var clock = Clock.tickMillis(ZoneOffset.UTC);
    return new ReplyQueue(forum.vertx(), database, journal, () -> List.of(part), clock);
  }

  private static MysqlLimits limits(int connections, int queue) {
    return new MysqlLimits(connections, queue, 5, 30, 30, 60, 10_000);
  }

  @AfterEach
  void close() {
    database.close().await();
  }

  @Test
  void repliesOneAfterTheOtherAreWrittenAlone() {
    var queue = queue(limits(4, 100));
    var topic = drafts.topic();
    open.complete();
    for (var n = 0; n < 5; n++) {
      assertThat(queue.write(drafts.draft(n, topic, "alone")).await().floor()).isEqualTo(n + 1);
    }
    assertThat(transactions).hasSize(5);
  }

  @Test
  void manyAtOnceAreWrittenTogetherEachOnce() {
    var queue = queue(limits(4, 1_000));
    var topics = List.of(drafts.topic(), drafts.topic(), drafts.topic());
    open.complete();
    var all =
        IntStream.range(0, 150)
            .mapToObj(n -> drafts.draft(n % AUTHORS, topics.get(n % 3), "text " + n))
            .toList();
    Future.all(all.stream().map(queue::write).toList()).await();
    all.forEach(draft -> assertThat(drafts.stored(draft)).isEqualTo(1));
    for (var topic : topics) {
      assertThat(drafts.floors(topic))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
      assertThat(drafts.counts(topic)).isEqualTo("50 shown, last 50");
    }
    assertThat(transactions).hasSizeLessThan(100);
    assertThat(Boards.find(forum, drafts.board()).getLong("replyCount")).isEqualTo(150);
  }

  @Test
  void aKeyThatIsSentTwiceAtOnceIsWrittenOnceAndHarmsNobody() {
    var queue = queue(limits(4, 100));
    var topic = drafts.topic();
    open.complete();
    var twice = drafts.draft(0, topic, "twice");
    var others = IntStream.range(1, 7).mapToObj(n -> drafts.draft(n, topic, "other")).toList();
    var written = others.stream().map(queue::write).toList();
    var first = queue.write(twice);
    var second = queue.write(drafts.draft(0, topic, "twice", twice.request()));
    Future.all(written).await();
    Future.join(first, second).transform(ended -> Future.succeededFuture()).await();
    var refused = first.failed() ? first : second;
    assertThat(first.succeeded()).isNotEqualTo(second.succeeded());
    assertThat(Rows.isDuplicate(refused.cause(), "uq_reply_request")).isTrue();
    assertThat(drafts.stored(twice)).isEqualTo(1);
    assertThat(drafts.floors(topic)).hasSize(7);
  }

  /**
   * Two transactions and three that wait: the sixth is too many. The others go on when they can.
   */
  @Test
  void whoFindsTheQueueFullIsRefusedAtOnce() {
    var queue = queue(limits(8, 3));
    var topics = IntStream.range(0, 6).mapToObj(n -> drafts.topic()).toList();
    var written =
        IntStream.range(0, 6)
            .mapToObj(n -> queue.write(drafts.draft(0, topics.get(n), "full " + n)))
            .toList();
    assertThatThrownBy(written.get(5)::await)
        .isInstanceOfSatisfying(
            ForumException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.BUSY));
    open.complete();
    Future.all(written.subList(0, 5)).await();
  }

  /** Replies that wait must not wait for slow transactions. */
  @Test
  void transactionsThatTakeLongHoldUpNobodyElse() {
    var queue = queue(limits(8, 100));
    var topics = IntStream.range(0, 4).mapToObj(n -> drafts.topic()).toList();
    var slow = topics.stream().map(id -> queue.write(drafts.draft(0, id, "slow"))).toList();
    await().until(() -> transactions.size() == 4);
    assertThat(slow).noneMatch(Future::isComplete);
    open.complete();
    Future.all(slow).await();
  }
}
