package parley.http;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Runs what features have added to {@link Answered#POINT}. */
final class AnsweredHandler implements Handler<RoutingContext> {

  private final Map<String, List<Answered>> byOperation;

  AnsweredHandler(List<Answered> all) {
    byOperation = all.stream().collect(groupingBy(Answered::operationId));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var endpoint = Endpoint.of(ctx);
    if (endpoint.isPresent() && byOperation.containsKey(endpoint.get().id())) {
      var after = byOperation.get(endpoint.get().id());
      ctx.addEndHandler(
          sent -> {
            var status = ctx.response().getStatusCode();
            if (sent.succeeded() && (status == 200 || status == 304)) {
              after.forEach(answered -> answered.run().handle(ctx));
            }
          });
    }
    ctx.next();
  }
}
