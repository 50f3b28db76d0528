package parley.rendering;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.markdown.MarkdownRenderer;
import parley.rendering.HtmlRepository.Outdated;
import parley.store.Database;

/**
 * Renders texts again in the background if their HTML is from an older version of the renderer. It
 * renders one text at a time, so it uses at most one worker. If several processes do this at the
 * same time, they only repeat work. Versions and edit times do not change, and a text that is
 * edited at the same time keeps its author's edit.
 */
public final class Rerendering implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Rerendering.class);
  private static final Duration NEXT_TRY = Duration.ofMinutes(1);
  private static final int BATCH = 20;

  private record Table(RenderedTable rendered, HtmlRepository html) {

    Table(RenderedTable rendered) {
      this(rendered, new HtmlRepository(rendered));
    }
  }

  private final Vertx vertx;
  private final Database database;
  private final RenderingService rendering;
  private final List<Table> tables;
  private volatile boolean closed;

  public Rerendering(
      Vertx vertx, Database database, RenderingService rendering, List<RenderedTable> tables) {
    this.vertx = vertx;
    this.database = database;
    this.rendering = rendering;
    this.tables = tables.stream().map(Table::new).toList();
  }

  /** Starts and returns immediately. If the database is down, it tries again later. */
  public void start() {
    run()
        .onSuccess(
            texts -> {
              if (texts > 0) {
                log.info("Rendered {} texts again", texts);
              }
            })
        .onFailure(
            failure -> {
              if (!closed) {
                log.warn("Cannot render texts again; next attempt in {}", NEXT_TRY, failure);
                vertx.setTimer(NEXT_TRY.toMillis(), timer -> start());
              }
            });
  }

  /** Goes through all tables and returns the number of rendered texts. */
  Future<Long> run() {
    var done = Promise.<Long>promise();
    next(new ArrayDeque<>(tables), 0, done);
    return done.future();
  }

  /** A loop and not a chain of futures, which would grow with the number of texts. */
  private void next(Deque<Table> left, long texts, Promise<Long> done) {
    if (left.isEmpty() || closed) {
      done.complete(texts);
      return;
    }
    var table = left.peek();
    table
        .html()
        .find(database.client(), MarkdownRenderer.VERSION, BATCH)
        .compose(batch -> renew(table, batch.iterator()).map(batch.size()))
        .onFailure(done::fail)
        .onSuccess(
            size -> {
              if (size == 0) {
                left.pop();
              }
              next(left, texts + size, done);
            });
  }

  private Future<Void> renew(Table table, Iterator<Outdated> batch) {
    return batch.hasNext() && !closed
        ? renew(table, batch.next()).compose(renewed -> renew(table, batch))
        : Future.succeededFuture();
  }

  private Future<Boolean> renew(Table table, Outdated text) {
    return rendering
        .again(table.rendered(), text.id(), text.content())
        .recover(failure -> asItIs(failure, text))
        .compose(rendered -> renew(table, text, rendered));
  }

  private Future<Boolean> renew(Table table, Outdated text, Rendered rendered) {
    return database.transaction(
        tx ->
            table
                .html()
                .renew(tx, text, rendered.html(), MarkdownRenderer.VERSION)
                .compose(
                    renewed ->
                        renewed
                            ? rendering
                                .saveNames(tx, table.rendered(), text.id(), rendered)
                                .map(true)
                            : Future.succeededFuture(false)));
  }

  /** If the new renderer refuses a text, the text is shown as its author typed it. */
  private static Future<Rendered> asItIs(Throwable failure, Outdated text) {
    if (failure instanceof ForumException refusal && refusal.kind() == Kind.INVALID) {
      var escaped = text.content().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      var html = "<pre>" + escaped + "</pre>";
      return Future.succeededFuture(
          new Rendered(html, MarkdownRenderer.VERSION, List.of(), Map.of()));
    }
    return Future.failedFuture(failure);
  }

  @Override
  public void close() {
    closed = true;
  }
}
