package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends as many mails at the same time as there are connections. Claims due mails when it is
 * notified or a connection becomes free. For use on one event loop.
 */
final class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final DueMailRepository queue;
  private final Wishes wishes;
  private final Delivery delivery;
  private final int slots;
  private final Promise<Void> idle = Promise.promise();
  private int underWay;
  private boolean looking;
  private boolean lookAgain;
  private boolean stopping;

  Dispatcher(DueMailRepository queue, Wishes wishes, Delivery delivery, int slots) {
    this.queue = queue;
    this.wishes = wishes;
    this.delivery = delivery;
    this.slots = slots;
  }

  /** Claims due mails if a connection is free. */
  void look() {
    if (looking) {
      lookAgain = true;
    } else if (!stopping && underWay < slots) {
      looking = true;
      lookAgain = false;
      queue
          .claim(slots - underWay)
          .compose(wishes::ask)
          .onComplete(this::claimed, this::notClaimed);
    }
  }

  private void claimed(List<DueMail> mails) {
    looking = false;
    underWay += mails.size();
    for (var mail : mails) {
      delivery.deliver(mail).onComplete(done -> delivered());
    }
    if (lookAgain) {
      look();
    }
    endIfIdle();
  }

  /** The next round tries again. Until then the mails stay in the outbox. */
  private void notClaimed(Throwable failure) {
    looking = false;
    log.warn("Cannot read the outbox: {}", failure.toString());
    endIfIdle();
  }

  private void delivered() {
    underWay--;
    look();
    endIfIdle();
  }

  private void endIfIdle() {
    if (stopping && !looking && underWay == 0) {
      idle.tryComplete();
    }
  }

  /**
   * Claims no more mails, and completes when no mail is in progress or after the wait. Mails still
   * in progress are sent again, by any sender, when their lease has ended.
   */
  Future<Void> stop(Vertx vertx, Duration wait) {
    stopping = true;
    endIfIdle();
    var timer = vertx.setTimer(wait.toMillis(), late -> idle.tryComplete());
    return idle.future().onComplete(done -> vertx.cancelTimer(timer));
  }
}
