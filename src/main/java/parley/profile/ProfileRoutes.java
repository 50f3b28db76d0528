package parley.profile;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.member.MemberService;
import parley.paging.Page;
import parley.topic.TopicService;

/** Profiles over HTTP. */
public final class ProfileRoutes {

  private final ProfileService profiles;

  public ProfileRoutes(MemberService members, TopicService topics) {
    this.profiles = new ProfileService(members, topics);
  }

  public void bind(Operations operations) {
    operations
        .on("getUser", this::get)
        .on("ownProfile", this::own)
        .onText("findUsers", this::completions);
  }

  private Future<Answer> get(RoutingContext ctx) {
    return profiles.find(Caller.viewer(ctx), Parameters.id(ctx)).map(Answer::ok);
  }

  private Future<Answer> own(RoutingContext ctx) {
    return profiles.own(Caller.viewer(ctx)).map(Answer::ok);
  }

  private Future<Answer> completions(RoutingContext ctx) {
    var prefix = ctx.queryParams().get("prefix");
    if (prefix == null) {
      throw ForumException.invalid("prefix", "required", "This field is required.");
    }
    return profiles.completions(prefix).map(found -> Answer.ok(Page.whole(found)));
  }
}
