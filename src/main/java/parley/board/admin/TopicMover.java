package parley.board.admin;

import io.vertx.core.Future;

/** Moves topics between boards; topics know boards, and not the other way round. */
@FunctionalInterface
public interface TopicMover {

  /**
   * Moves some topics of any state in one transaction; returns their number. 0 means that none are
   * left.
   */
  Future<Integer> moveSome(long fromBoard, long toBoard, long byMember);
}
