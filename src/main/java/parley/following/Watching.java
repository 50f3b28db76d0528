package parley.following;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.board.BoardService;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.Operations;
import parley.job.Job;
import parley.journal.Journal;
import parley.notification.NotificationKind;
import parley.notification.NotificationService;
import parley.notification.Notifications;
import parley.personal.PersonalData;
import parley.post.Posts;
import parley.topic.TopicService;

/** Members follow and mute topics and boards. A member who writes in a topic follows it. */
public final class Watching implements Feature {

  static final NotificationKind MENTION = new NotificationKind("mention", true);
  static final NotificationKind REPLY = new NotificationKind("reply", false);
  static final NotificationKind WATCHED = new NotificationKind("watched", false);

  /** How often watchers are looked for who are yet to be told, if nothing wakes the process. */
  private static final Duration LOOKING = Duration.ofSeconds(1);

  private static final PersonalData WATCHES =
      new PersonalData(
          "watches",
          Set.of("following.member_id"),
          """
          SELECT IF(kind = 0, 'topic', 'board') AS kind, target_id AS targetId, level
          FROM following WHERE member_id = ? ORDER BY kind, target_id
          """,
          List.of("DELETE FROM following WHERE member_id = ?"));

  /** Rows of a few seconds. */
  private static final PersonalData FAN_OUT =
      new PersonalData(
          "fanOut",
          Set.of("following_fan_out.author_id", "following_fan_out.topic_author_id"),
          "SELECT topic_id AS topicId FROM following_fan_out WHERE author_id = ?",
          List.of());

  private final WatchService service;
  private final FanOuts fanOuts;
  private final PostNotices notices;

  public Watching(
      Ground ground, TopicService topics, BoardService boards, NotificationService notifications) {
    this.service = new WatchService(ground.database(), topics, boards);
    this.fanOuts = new FanOuts(ground.database(), notifications);
    this.notices = new PostNotices(notifications, topics);
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Notifications.KINDS, MENTION)
        .add(Notifications.KINDS, REPLY)
        .add(Notifications.KINDS, WATCHED)
        .add(Operations.POINT, new WatchRoutes(service)::bind)
        .add(Posts.FACETS, service)
        .add(Posts.MOVING, service)
        .add(Journal.READERS, notices.reader())
        .add(Job.POINT, new Job("following.fanOut", LOOKING, fanOuts::run))
        .add(PersonalData.POINT, WATCHES)
        .add(PersonalData.POINT, FAN_OUT);
  }
}
