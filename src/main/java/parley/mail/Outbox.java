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
 * Adds mails as rows, in the same transaction as their cause, so that both exist or neither. After
 * the commit, {@link #wake()} notifies the sender.
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
   * Notifies the sender after the commit. If the notification is lost, the sender's periodic rounds
   * find the row.
   */
  public void wake() {
    QUEUED.publish(bus, new MailQueued());
  }
}
