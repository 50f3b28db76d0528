package parley.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs processes that join and leave the cluster. */
final class Membership implements MembershipListener {

  private static final Logger log = LoggerFactory.getLogger(Membership.class);

  @Override
  public void memberAdded(MembershipEvent event) {
    log.info("A process joined the cluster: {} now", event.getMembers().size());
  }

  @Override
  public void memberRemoved(MembershipEvent event) {
    log.info("A process left the cluster: {} now", event.getMembers().size());
  }
}
