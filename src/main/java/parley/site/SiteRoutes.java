package parley.site;

import io.vertx.core.Future;
import parley.config.Config;
import parley.http.Answer;
import parley.http.Operations;

/** General information about the forum over HTTP. */
public final class SiteRoutes {

  private final Site site;

  SiteRoutes(Config.Site config, SiteSettings about, String version) {
    this.site = new Site(config.name(), version, "/eventbus", about, Site.Limits.OURS);
  }

  public void bind(Operations operations) {
    operations.on("getSite", ctx -> Future.succeededFuture(Answer.ok(site)));
  }
}
