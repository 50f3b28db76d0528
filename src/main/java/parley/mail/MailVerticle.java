package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the outbox. What is in it stays there, queued, until a sender is configured. */
public final class MailVerticle extends VerticleBase {

  private static final Logger log = LoggerFactory.getLogger(MailVerticle.class);

  @Override
  public Future<?> start() {
    return Outbox.QUEUED
        .subscribe(vertx.eventBus(), queued -> log.debug("A mail is waiting in the outbox"))
        .completion();
  }
}
