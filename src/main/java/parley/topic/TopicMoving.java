package parley.topic;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.journal.Journal;
import parley.post.PostEntries;
import parley.post.PostEntries.TopicEdited;
import parley.store.Database;
import parley.topic.MovingRepository.Moving;
import parley.topic.TopicEvent.Type;

/** Moves many topics to another board, some in each transaction. */
public final class TopicMoving {

  private static final int PART = 100;

  private final Database database;
  private final Journal journal;
  private final TopicEvents events;
  private final MovingRepository topics = new MovingRepository();

  TopicMoving(Database database, Journal journal, TopicEvents events) {
    this.database = database;
    this.journal = journal;
    this.events = events;
  }

  /** Moves some topics, whatever their state; gives how many. 0 means that none are left. */
  public Future<Integer> moveSome(long fromBoard, long toBoard, long byMember) {
    return database
        .transaction(tx -> move(tx, fromBoard, toBoard, byMember))
        .map(
            moved -> {
              journal.wake();
              moved.stream()
                  .filter(Moving::isShown)
                  .forEach(
                      topic ->
                          events.about(Type.TOPIC_CHANGED, topic.id(), toBoard, topic.authorId()));
              return moved.size();
            });
  }

  private Future<List<Moving>> move(SqlClient tx, long fromBoard, long toBoard, long byMember) {
    return topics
        .lockSome(tx, fromBoard, PART)
        .compose(
            some ->
                some.isEmpty()
                    ? Future.succeededFuture(some)
                    : topics
                        .move(tx, some, toBoard)
                        .compose(moved -> note(tx, some, fromBoard, toBoard, byMember))
                        .map(some));
  }

  /** What is not shown is not counted either. */
  private Future<Void> note(
      SqlClient tx, List<Moving> some, long fromBoard, long toBoard, long byMember) {
    var entries =
        some.stream()
            .filter(Moving::isShown)
            .map(
                topic ->
                    journal.add(
                        tx,
                        PostEntries.TOPIC_EDITED,
                        topic.id(),
                        new TopicEdited(
                            fromBoard,
                            toBoard,
                            topic.authorId(),
                            byMember,
                            topic.replyCount(),
                            PostEntries.day(topic.activeAt()))))
            .toList();
    return Future.all(entries).mapEmpty();
  }
}
