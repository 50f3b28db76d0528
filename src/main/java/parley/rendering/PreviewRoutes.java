package parley.rendering;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.config.Section;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.limit.Limit;
import parley.limit.RateLimits;
import parley.text.Text;

/** Previews of texts over HTTP. */
public final class PreviewRoutes {

  /** How often a member may ask for a preview. */
  public static final Section<Limit> LIMIT = new Section<>("limits.preview", Limit.class);

  private record Draft(String content) {}

  private record Preview(String html) {}

  private final RenderingService rendering;
  private final RateLimits limits;
  private final Limit limit;

  public PreviewRoutes(RenderingService rendering, RateLimits limits, Limit limit) {
    this.rendering = rendering;
    this.limits = limits;
    this.limit = limit;
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
        .take("preview", limit, member, Caller.address(ctx))
        .compose(allowed -> rendering.render(content))
        .map(rendered -> Answer.ok(new Preview(rendered.html())));
  }
}
