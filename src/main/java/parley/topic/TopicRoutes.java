package parley.topic;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.post.RequestKey;
import parley.store.StoreFailures;

/** Topics and replies over HTTP. */
public final class TopicRoutes {

  private final TopicService topics;
  private final TopicOpening opening;
  private final TopicEditing editing;
  private final ReplyWriting replies;
  private final FormerPlaces formerPlaces;
  private final RateLimits limits;
  private final Limit posting;

  TopicRoutes(
      TopicService topics,
      TopicOpening opening,
      TopicEditing editing,
      ReplyWriting replies,
      FormerPlaces formerPlaces,
      RateLimits limits,
      Limit posting) {
    this.topics = topics;
    this.opening = opening;
    this.editing = editing;
    this.replies = replies;
    this.formerPlaces = formerPlaces;
    this.limits = limits;
    this.posting = posting;
  }

  public void bind(Operations operations) {
    operations
        .on("listTopics", this::list)
        .on("getTopic", this::get)
        .onKeyed("addTopic", this::add)
        .on("editTopic", this::edit)
        .onKeyed("addReply", this::addReply)
        .on("editReply", this::editReply);
  }

  private Future<Answer> list(RoutingContext ctx) {
    return topics
        .list(Caller.viewer(ctx), Parameters.number(ctx, "board"), Parameters.page(ctx))
        .map(Answer::ok);
  }

  private Future<Answer> get(RoutingContext ctx) {
    var floor = Parameters.number(ctx, "floor");
    return floor.isPresent()
        ? moved(ctx, floor.getAsLong())
            .compose(
                moved -> moved.isPresent() ? Future.succeededFuture(moved.get()) : find(ctx, floor))
        : find(ctx, floor);
  }

  private Future<Answer> find(RoutingContext ctx, OptionalLong floor) {
    return topics
        .find(Caller.viewer(ctx), Parameters.id(ctx), Parameters.page(ctx), floor)
        .map(Answer::ok)
        .recover(
            failure ->
                isMissing(failure)
                    ? moved(ctx, 0).map(moved -> moved.orElseThrow(() -> (ForumException) failure))
                    : Future.failedFuture(failure));
  }

  private static boolean isMissing(Throwable failure) {
    return failure instanceof ForumException refused && refused.kind() == Kind.NOT_FOUND;
  }

  private Future<Optional<Answer>> moved(RoutingContext ctx, long floor) {
    return formerPlaces
        .now(Caller.viewer(ctx), Parameters.id(ctx), floor)
        .map(found -> found.map(now -> Answer.moved(now.path("/api/topic/"))));
  }

  private Future<Answer> add(RoutingContext ctx) {
    var draft = Body.of(ctx, NewTopic.class).checked();
    var viewer = Caller.viewer(ctx);
    var request = key(ctx, draft);
    return allowed(ctx)
        .compose(allowed -> opening.open(viewer, draft, request))
        .recover(failure -> repeated(failure, request, key -> opening.opened(viewer, key)))
        .map(Answer::created);
  }

  private Future<Answer> edit(RoutingContext ctx) {
    var edit = Body.of(ctx, TopicEdit.class).checked();
    return allowed(ctx)
        .compose(allowed -> editing.edit(Caller.viewer(ctx), Parameters.id(ctx), edit))
        .map(Answer::ok);
  }

  private Future<Answer> addReply(RoutingContext ctx) {
    var draft = Body.of(ctx, NewReply.class).checked();
    var viewer = Caller.viewer(ctx);
    var request = key(ctx, draft);
    return allowed(ctx)
        .compose(allowed -> replies.write(viewer, draft, request))
        .recover(failure -> repeated(failure, request, key -> replies.written(viewer, key)))
        .map(Answer::created);
  }

  private Future<Answer> editReply(RoutingContext ctx) {
    var edit = Body.of(ctx, ReplyEdit.class).checked();
    return allowed(ctx)
        .compose(allowed -> replies.edit(Caller.viewer(ctx), Parameters.id(ctx), edit))
        .map(Answer::ok);
  }

  private static @Nullable RequestKey key(RoutingContext ctx, Record draft) {
    var header = ctx.request().getHeader("idempotency-key");
    return RequestKey.of(header, JsonObject.mapFrom(draft).encode());
  }

  /**
   * A refused request may be one that was carried out before and is sent again: then it gets the
   * first answer. What failed for want of a store is unknown, and is asked for again.
   */
  private static <T> Future<T> repeated(
      Throwable failure,
      @Nullable RequestKey request,
      Function<RequestKey, Future<Optional<T>>> find) {
    return request == null || StoreFailures.isUnavailable(failure)
        ? Future.failedFuture(failure)
        : find.apply(request)
            .compose(
                first ->
                    first
                        .map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(failure)));
  }

  private Future<Void> allowed(RoutingContext ctx) {
    var member = Long.toString(Caller.member(ctx).id());
    return limits.take("post", posting, member, Caller.address(ctx));
  }
}
