package parley.like;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongFunction;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.post.PostRef;

/** Likes over HTTP. */
final class LikeRoutes {

  private final LikeService likes;
  private final RateLimits limits;
  private final Limit limit;

  LikeRoutes(LikeService likes, RateLimits limits, Limit limit) {
    this.likes = likes;
    this.limits = limits;
    this.limit = limit;
  }

  void bind(Operations operations) {
    operations
        .on("likeTopic", ctx -> like(ctx, PostRef::topic))
        .on("unlikeTopic", ctx -> unlike(ctx, PostRef::topic))
        .on("listTopicLikes", ctx -> list(ctx, PostRef::topic))
        .on("likeReply", ctx -> like(ctx, PostRef::reply))
        .on("unlikeReply", ctx -> unlike(ctx, PostRef::reply))
        .on("listReplyLikes", ctx -> list(ctx, PostRef::reply));
  }

  private Future<Answer> like(RoutingContext ctx, LongFunction<PostRef> post) {
    return allowed(ctx)
        .compose(allowed -> likes.like(Caller.viewer(ctx), post.apply(Parameters.id(ctx))))
        .map(Answer::ok);
  }

  private Future<Answer> unlike(RoutingContext ctx, LongFunction<PostRef> post) {
    return allowed(ctx)
        .compose(allowed -> likes.unlike(Caller.viewer(ctx), post.apply(Parameters.id(ctx))))
        .map(Answer::ok);
  }

  private Future<Answer> list(RoutingContext ctx, LongFunction<PostRef> post) {
    return likes
        .members(Caller.viewer(ctx), post.apply(Parameters.id(ctx)), Parameters.page(ctx))
        .map(Answer::ok);
  }

  private Future<Void> allowed(RoutingContext ctx) {
    var member = Long.toString(Caller.member(ctx).id());
    return limits.take("like", limit, member, Caller.address(ctx));
  }
}
