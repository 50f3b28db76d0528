package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps as many mails under way as there are connections: claims what is due whenever it is told to
 * look or a connection becomes free. Belongs to one event loop.
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

  /** Takes what is due, if a connection is free. */
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

  /** The next round tries again: until then the mails are safe where they are. */
  private void notClaimed(Throwable failure) {
    looking = false;
    log.warn("The outbox cannot be read: {}", failure.toString());
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
   * Claims no more, and ends when nothing is under way or after the wait. What is under way still
   * is then sent again, by whoever is there when its lease has ended.
   */
  Future<Void> stop(Vertx vertx, Duration wait) {
    stopping = true;
    endIfIdle();
    var timer = vertx.setTimer(wait.toMillis(), late -> idle.tryComplete());
    return idle.future().onComplete(done -> vertx.cancelTimer(timer));
  }
}
