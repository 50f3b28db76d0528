package parley.post;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.journal.Entry;

/** How much a run of entries changes each counter. */
final class Deltas {

  /** Topics and replies that came; negative where they went. */
  record Change(long topics, long replies) {
    Change plus(Change other) {
      return new Change(topics + other.topics, replies + other.replies);
    }

    boolean isNone() {
      return topics == 0 && replies == 0;
    }
  }

  /** A day of activity in a board. */
  record Day(long boardId, LocalDate day) {}

  private static final Change TOPIC = new Change(1, 0);
  private static final Change NO_TOPIC = new Change(-1, 0);
  private static final Change REPLY = new Change(0, 1);
  private static final Change NO_REPLY = new Change(0, -1);

  private final Map<Long, Change> boards = new TreeMap<>();
  private final Map<Long, Change> members = new TreeMap<>();
  private final Map<Day, Long> days =
      new TreeMap<>(Comparator.comparingLong(Day::boardId).thenComparing(Day::day));

  static Deltas of(List<Entry<?>> entries) {
    var deltas = new Deltas();
    entries.forEach(deltas::add);
    deltas.boards.values().removeIf(Change::isNone);
    deltas.members.values().removeIf(Change::isNone);
    deltas.days.values().removeIf(topics -> topics == 0);
    return deltas;
  }

  Map<Long, Change> boards() {
    return boards;
  }

  Map<Long, Change> members() {
    return members;
  }

  /** How many topics more had their last activity on a day. */
  Map<Day, Long> days() {
    return days;
  }

  private void add(Entry<?> entry) {
    if (entry.is(PostEntries.TOPIC_WRITTEN)) {
      var topic = entry.as(PostEntries.TOPIC_WRITTEN);
      if (topic.state() == PostState.SHOWN.code()) {
        board(topic.boardId(), TOPIC);
        member(topic.authorId(), TOPIC);
        day(topic.boardId(), topic.day(), 1);
      }
    } else if (entry.is(PostEntries.REPLY_WRITTEN)) {
      var reply = entry.as(PostEntries.REPLY_WRITTEN);
      if (reply.state() == PostState.SHOWN.code()) {
        board(reply.boardId(), REPLY);
        member(reply.authorId(), REPLY);
        move(reply.boardId(), reply.dayBefore(), reply.boardId(), reply.day());
      }
    } else if (entry.is(PostEntries.TOPIC_EDITED)) {
      var topic = entry.as(PostEntries.TOPIC_EDITED);
      board(topic.boardBefore(), new Change(-1, -topic.replyCount()));
      board(topic.boardId(), new Change(1, topic.replyCount()));
      move(topic.boardBefore(), topic.day(), topic.boardId(), topic.day());
    } else if (entry.is(PostEntries.REPLY_REMOVED)) {
      var reply = entry.as(PostEntries.REPLY_REMOVED);
      board(reply.boardId(), NO_REPLY);
      member(reply.authorId(), NO_REPLY);
      move(reply.boardId(), reply.dayBefore(), reply.boardId(), reply.day());
    } else if (entry.is(PostEntries.REPLY_RESTORED)) {
      var reply = entry.as(PostEntries.REPLY_RESTORED);
      board(reply.boardId(), REPLY);
      member(reply.authorId(), REPLY);
      move(reply.boardId(), reply.dayBefore(), reply.boardId(), reply.day());
    } else if (entry.is(PostEntries.TOPIC_REMOVED)) {
      var topic = entry.as(PostEntries.TOPIC_REMOVED);
      board(topic.boardId(), new Change(-1, -topic.replyCount()));
      member(topic.authorId(), NO_TOPIC);
      day(topic.boardId(), topic.day(), -1);
      members(topic.repliesByAuthor(), -1);
    } else if (entry.is(PostEntries.TOPIC_RESTORED)) {
      var topic = entry.as(PostEntries.TOPIC_RESTORED);
      board(topic.boardId(), new Change(1, topic.replyCount()));
      member(topic.authorId(), TOPIC);
      day(topic.boardId(), topic.day(), 1);
      members(topic.repliesByAuthor(), 1);
    }
  }

  private void members(Map<String, Long> replies, int sign) {
    replies.forEach((author, count) -> member(Long.parseLong(author), new Change(0, sign * count)));
  }

  private void board(long id, Change change) {
    boards.merge(id, change, Change::plus);
  }

  private void member(long id, Change change) {
    members.merge(id, change, Change::plus);
  }

  private void move(long boardBefore, String dayBefore, long board, String day) {
    day(boardBefore, dayBefore, -1);
    day(board, day, 1);
  }

  private void day(long board, String day, long topics) {
    days.merge(new Day(board, LocalDate.parse(day)), topics, Long::sum);
  }
}
