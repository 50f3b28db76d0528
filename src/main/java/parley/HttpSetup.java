package parley;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import parley.config.Config;
import parley.config.Config.Role;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.http.BridgeEnd;
import parley.http.BridgeRelay;
import parley.http.ClientFiles;
import parley.http.ClientPages;
import parley.http.Contract;
import parley.http.GuestPages;
import parley.http.HttpRouter;
import parley.http.Idempotency;
import parley.http.LoadSettings;
import parley.http.LoadShedding;
import parley.http.Pages;
import parley.http.RequestWatch;
import parley.http.UncertainChanges;
import parley.http.UploadFolder;
import parley.session.Authentication;
import parley.site.SiteSettings;

/** Puts together what the HTTP listener of a process serves. */
record HttpSetup(Ground ground, Features features) {

  private Config config() {
    return ground.config();
  }

  HttpRouter router(Contract contract, Path webroot, SocketAddress bridge) {
    var parts = features.parts();
    var cache = config().cache();
    var pages =
        new GuestPages(
                parts.all(GuestPages.POINT),
                cache.guestMebibytes(),
                Duration.ofSeconds(cache.guestSeconds()),
                Duration.ofSeconds(cache.staleSeconds()),
                ground.metrics())
            .watch(ground.vertx().eventBus());
    features.access().onRightsChanged(pages::dropAll);
    return new HttpRouter(
        config(),
        contract,
        bridge,
        new RequestWatch(config().logging(), ground.metrics()),
        pages,
        new UncertainChanges(pages, () -> ground.database().breaker().refusal().isPresent()),
        authentication(),
        new Idempotency(ground.redis()),
        ClientFiles.of(webroot, pages(parts)),
        UploadFolder.emptied(config().data().resolve("uploads")),
        features.intake(),
        features.networkLimits(),
        new LoadShedding(ground.settings().section(LoadSettings.SECTION), ground.metrics()),
        parts);
  }

  private Authentication authentication() {
    return new Authentication(features.sessions(), features.access());
  }

  private ClientPages pages(Parts parts) {
    return new ClientPages(
        parts.all(Pages.CLIENT),
        parts.all(Pages.CHECKED),
        () -> features.access().viewer(Optional.empty()),
        authentication()::reader,
        config().site().name(),
        ground.settings().section(SiteSettings.SECTION).welcome());
  }

  /** WebSockets are answered where they arrive, if this process may; it saves them a hop. */
  Function<Vertx, BridgeEnd> bridgeEnd(SocketAddress bridge) {
    return config().roles().contains(Role.CHAT)
        ? features::bridge
        : loop -> new BridgeRelay(loop, bridge, config().bridge().connections());
  }

  /** How many event loops serve. */
  int instances() {
    return config().http().instances() == 0
        ? Runtime.getRuntime().availableProcessors()
        : config().http().instances();
  }
}
