package parley.rendering;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.config.Config.Limits;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.RateLimits;
import parley.text.Text;

/** Previews of texts over HTTP. */
public final class PreviewRoutes {

  private record Draft(String content) {}

  private record Preview(String html) {}

  private final RenderingService rendering;
  private final RateLimits limits;
  private final Limits allowed;

  public PreviewRoutes(RenderingService rendering, RateLimits limits, Limits allowed) {
    this.rendering = rendering;
    this.limits = limits;
    this.allowed = allowed;
  }

  public void bind(Operations operations) {
    operations.on("previewMarkdown", this::preview);
  }

  private Future<Answer> preview(RoutingContext ctx) {
    var text = new Text();
    var draft = Body.of(ctx, Draft.class).content();
    var content = RenderingService.content(text, draft, RenderingService.CONTENT_MAX);
    text.check();
    var member = Long.toString(Caller.member(ctx).id());
    return limits
        .take("preview", allowed.preview(), member, Caller.address(ctx))
        .compose(allowed -> rendering.render(content))
        .map(rendered -> Answer.ok(new Preview(rendered.html())));
  }
}
