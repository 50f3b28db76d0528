package parley.mail;

import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import parley.bus.Channel;

/**
 * Mails that are to be sent, as rows, written in the transaction of what causes them: both are
 * there or neither is. After the commit, {@link #wake()} tells the sender to look.
 */
public final class Outbox {

  public static final Channel<MailQueued> QUEUED =
      new Channel<>("parley.mail.queued", MailQueued.class);

  private static final String ADD =
      """
      INSERT INTO mail
        (message_id, kind, member_id, recipient, data, caused_by, next_attempt_at, queued_at,
        created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final EventBus bus;
  private final Clock clock;

  public Outbox(EventBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  public Future<Void> add(SqlClient tx, NewMail mail) {
    return add(tx, List.of(mail));
  }

  public Future<Void> add(SqlClient tx, List<NewMail> mails) {
    if (mails.isEmpty()) {
      return Future.succeededFuture();
    }
    var now = utc(clock.instant());
    var rows =
        mails.stream()
            .map(
                mail ->
                    Tuple.of(
                        UUID.randomUUID().toString(),
                        mail.kind().word(),
                        mail.memberId(),
                        mail.recipient(),
                        mail.data().encode(),
                        mail.causedBy(),
                        now,
                        now,
                        now))
            .toList();
    return tx.preparedQuery(ADD).executeBatch(rows).mapEmpty();
  }

  /**
   * Tells the sender, after the commit. Should this be lost, the sender's own rounds find the row.
   */
  public void wake() {
    QUEUED.publish(bus, new MailQueued());
  }
}
