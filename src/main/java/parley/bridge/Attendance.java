package parley.bridge;

import io.vertx.core.Future;

/** Is told when a member's first connection to this event loop comes and when the last one goes. */
public interface Attendance {

  void came(long memberId);

  void left(long memberId);

  /** This process stops. */
  Future<Void> end();
}
