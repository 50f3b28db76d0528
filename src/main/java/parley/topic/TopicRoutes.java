package parley.topic;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.limit.Limit;
import parley.limit.RateLimits;

/** Topics and replies over HTTP. */
public final class TopicRoutes {

  private final TopicService topics;
  private final ReplyService replies;
  private final RateLimits limits;
  private final Limit posting;

  TopicRoutes(TopicService topics, ReplyService replies, RateLimits limits, Limit posting) {
    this.topics = topics;
    this.replies = replies;
    this.limits = limits;
    this.posting = posting;
  }

  public void bind(Operations operations) {
    operations
        .on("listTopics", this::list)
        .on("getTopic", this::get)
        .on("addTopic", this::add)
        .on("editTopic", this::edit)
        .on("deleteTopic", this::delete)
        .on("addReply", this::addReply)
        .on("editReply", this::editReply)
        .on("deleteReply", this::deleteReply);
  }

  private Future<Answer> list(RoutingContext ctx) {
    return topics
        .list(Caller.viewer(ctx), Parameters.number(ctx, "board"), Parameters.page(ctx))
        .map(Answer::ok);
  }

  private Future<Answer> get(RoutingContext ctx) {
    return topics
        .find(
            Caller.viewer(ctx),
            Parameters.id(ctx),
            Parameters.page(ctx),
            Parameters.number(ctx, "floor"))
        .map(Answer::ok);
  }

  private Future<Answer> add(RoutingContext ctx) {
    var draft = Body.of(ctx, NewTopic.class).checked();
    return allowed(ctx)
        .compose(allowed -> topics.open(Caller.viewer(ctx), draft))
        .map(Answer::created);
  }

  private Future<Answer> edit(RoutingContext ctx) {
    var edit = Body.of(ctx, TopicEdit.class).checked();
    return allowed(ctx)
        .compose(allowed -> topics.edit(Caller.viewer(ctx), Parameters.id(ctx), edit))
        .map(Answer::ok);
  }

  private Future<Answer> delete(RoutingContext ctx) {
    return topics.delete(Caller.viewer(ctx), Parameters.id(ctx)).map(deleted -> Answer.noContent());
  }

  private Future<Answer> addReply(RoutingContext ctx) {
    var draft = Body.of(ctx, NewReply.class).checked();
    return allowed(ctx)
        .compose(allowed -> replies.write(Caller.viewer(ctx), draft))
        .map(Answer::created);
  }

  private Future<Answer> editReply(RoutingContext ctx) {
    var edit = Body.of(ctx, ReplyEdit.class).checked();
    return allowed(ctx)
        .compose(allowed -> replies.edit(Caller.viewer(ctx), Parameters.id(ctx), edit))
        .map(Answer::ok);
  }

  private Future<Answer> deleteReply(RoutingContext ctx) {
    return replies
        .delete(Caller.viewer(ctx), Parameters.id(ctx))
        .map(deleted -> Answer.noContent());
  }

  private Future<Void> allowed(RoutingContext ctx) {
    var member = Long.toString(Caller.member(ctx).id());
    return limits.take("post", posting, member, Caller.address(ctx));
  }
}
