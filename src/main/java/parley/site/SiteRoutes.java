package parley.site;

import io.vertx.core.Future;
import parley.config.Config;
import parley.http.Answer;
import parley.http.Operations;

/** General information about the forum over HTTP. */
public final class SiteRoutes {

  private final Site site;

  public SiteRoutes(Config.Site config, String version) {
    this.site = new Site(config.name(), version, "/eventbus", Site.Limits.OURS);
  }

  public void bind(Operations operations) {
    operations.on("getSite", ctx -> Future.succeededFuture(Answer.ok(site)));
  }
}
