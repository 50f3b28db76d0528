package parley.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.Forum;
import parley.journal.Journal;
import parley.post.FaultyWire.Fault;
import parley.store.Database;
import parley.store.MysqlAddress;
import parley.store.MysqlLimits;
import parley.store.Rows;

class GroupsExactlyOnceIT {

  private static final int AUTHORS = 8;

  /** More than any round of replies needs. */
  private static final int POINTS_MAX = 60;

  private static final int TRIES_MAX = 30;

  private final Forum forum = Forum.amongFaults(Map.of("PARLEY_ROLES", "http"));
  private final ReplyDrafts drafts = new ReplyDrafts(forum, AUTHORS);
  private final FaultyWire wire = new FaultyWire(forum.mysql().host(), forum.mysql().port());
  private final Database database = database();
  private final ReplyQueue queue =
      new ReplyQueue(
          forum.vertx(),
          database,
          new Journal(forum.vertx().eventBus(), Clock.systemUTC()),
          List::of,
          Clock.tickMillis(ZoneOffset.UTC));

  private Database database() {
    var server = forum.mysql();
    var address =
        new MysqlAddress(
            "127.0.0.1", wire.port(), server.database(), server.user(), server.password());
    var limits = new MysqlLimits(3, 100, 2, 3, 1, 2, 10_000);
    return new Database(forum.vertx(), address, limits, 0, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    database.close().await();
    wire.close();
    forum.close();
  }

  /** The wire fails at each point of writing some groups in turn. */
  @ParameterizedTest
  @EnumSource
  void groupsAreWrittenOnceWhereverTheWireFails(Fault fault) {
    var topics = Map.of(0, drafts.topic(), 1, drafts.topic());
    for (var point = 1; point <= POINTS_MAX; point++) {
      var number = point;
      var round =
          IntStream.range(0, AUTHORS)
              .mapToObj(n -> drafts.draft(n, topics.get(n % 2), fault + " at " + number))
              .toList();
      wire.failAt(point, fault);
      var written = round.stream().map(draft -> stubbornly(queue, draft, 1)).toList();
      Future.all(written).await();
      var failed = wire.hasFailed();
      round.forEach(draft -> assertThat(drafts.stored(draft)).as(draft.content()).isEqualTo(1));
      if (!failed) {
        assertThat(point).as("points at which it failed").isGreaterThan(8);
        break;
      }
    }
    for (var topic : topics.values()) {
      var floors = drafts.floors(topic);
      assertThat(floors)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, floors.size()).boxed().toList());
      assertThat(drafts.counts(topic)).isEqualTo("%d shown, last %1$d".formatted(floors.size()));
    }
  }

  /** As a client does: again under the same key, until it is there. */
  private static Future<Void> stubbornly(ReplyQueue queue, Draft draft, int tries) {
    return queue
        .write(draft)
        .<Void>mapEmpty()
        .recover(
            failure ->
                Rows.isDuplicate(failure, "uq_reply_request")
                    ? Future.succeededFuture()
                    : tries < TRIES_MAX
                        ? stubbornly(queue, draft, tries + 1)
                        : Future.failedFuture(failure));
  }
}
