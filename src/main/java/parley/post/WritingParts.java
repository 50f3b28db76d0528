package parley.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts of {@link Posts#WRITING}, in their order. */
record WritingParts(Supplier<List<WritingPart>> all) {

  private static final Logger log = LoggerFactory.getLogger(WritingParts.class);

  /** One that refuses ends it; one that holds back is enough. */
  Future<PostState> decide(SqlClient tx, Draft draft, @Nullable PostedTopic topic) {
    var decided = Future.succeededFuture(PostState.SHOWN);
    for (var part : all.get()) {
      decided =
          decided.compose(
              before ->
                  part.decide(tx, draft, topic)
                      .map(state -> before == PostState.SHOWN ? state : before));
    }
    return decided;
  }

  Future<Void> written(SqlClient tx, Draft draft, Written written) {
    var told = Future.<Void>succeededFuture();
    for (var part : all.get()) {
      told = told.compose(done -> part.written(tx, draft, written));
    }
    return told;
  }

  /** After the commit. Nothing that fails here changes what was written. */
  void committed(Draft draft, Written written) {
    for (var part : all.get()) {
      try {
        part.committed(draft, written);
      } catch (RuntimeException e) {
        log.warn("A part of a written post failed after the commit", e);
      }
    }
  }
}
