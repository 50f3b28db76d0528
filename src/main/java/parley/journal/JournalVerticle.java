package parley.journal;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.Database;

/**
 * Runs the readers of the journal: at once when something was written, and in rounds for what a
 * lost wake-up missed. Any number of processes may do so; each reader works in one of them at a
 * time, and another takes over when its lease has ended.
 */
final class JournalVerticle extends VerticleBase {

  private static final Logger log = LoggerFactory.getLogger(JournalVerticle.class);

  private static final int STOP_SECONDS = 10;

  private final Database database;
  private final List<Reader> readers;
  private final JournalSettings settings;
  private final JournalLag lag;
  private final Clock clock;
  private final JournalRepository journal = new JournalRepository();
  private List<ReaderLoop> loops = List.of();
  private boolean polling;

  JournalVerticle(
      Database database,
      List<Reader> readers,
      JournalSettings settings,
      JournalLag lag,
      Clock clock) {
    this.database = database;
    this.readers = readers;
    this.settings = settings;
    this.lag = lag;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    return Future.all(
            readers.stream()
                .map(reader -> journal.addCursor(database.client(), reader.name(), clock.instant()))
                .toList())
        .compose(
            added -> {
              loops =
                  readers.stream()
                      .map(reader -> new ReaderLoop(vertx, database, reader, settings, clock))
                      .toList();
              vertx.setPeriodic(0, settings.poll().toMillis(), round -> poll());
              return Journal.GROWN
                  .subscribe(vertx.eventBus(), grown -> loops.forEach(ReaderLoop::look))
                  .completion();
            });
  }

  private void poll() {
    if (polling) {
      return;
    }
    polling = true;
    journal
        .behind(database.client(), clock.instant())
        .onSuccess(
            behind ->
                loops.stream()
                    .filter(loop -> behind.contains(loop.name()))
                    .forEach(ReaderLoop::look))
        .compose(looked -> lag.measure(database))
        .onFailure(failure -> log.warn("The journal cannot be read: {}", failure.toString()))
        .onComplete(done -> polling = false);
  }

  @Override
  public Future<?> stop() {
    return Future.join(loops.stream().map(ReaderLoop::stop).toList())
        .timeout(STOP_SECONDS, TimeUnit.SECONDS)
        .otherwiseEmpty();
  }
}
