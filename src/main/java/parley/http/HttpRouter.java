package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.function.BiFunction;
import parley.config.Config;
import parley.feature.Parts;
import parley.http.intake.Intake;

/**
 * The handlers of the public listener, in the order in which a request passes them. The router is
 * built once for each event loop; the given handlers are shared between event loops.
 *
 * @param bridge the address of the event-bus bridge's listener
 * @param watch measures every request, except those to the bridge
 * @param changes drops guests' pages that may show what was taken away
 * @param authentication identifies the caller
 * @param uploads the folder for uploaded files while they are processed
 * @param intake limits the memory that requests take
 * @param networkLimits refuses networks that send too many requests, before a body is read
 * @param load refuses requests while there are too many
 * @param parts what the features add
 */
public record HttpRouter(
    Config config,
    Contract contract,
    SocketAddress bridge,
    Handler<RoutingContext> watch,
    GuestPages guestPages,
    UncertainChanges changes,
    Handler<RoutingContext> authentication,
    Idempotency idempotency,
    ClientFiles client,
    Path uploads,
    Intake intake,
    Handler<RoutingContext> networkLimits,
    LoadShedding load,
    Parts parts)
    implements BiFunction<Vertx, BridgeEnd, Router> {

  private static final int NOT_FOUND = 404;

  @Override
  public Router apply(Vertx vertx, BridgeEnd webSockets) {
    var endpoints = new Endpoints(contract.parsed());
    var operations = new Operations(endpoints, idempotency);
    parts.all(Operations.POINT).forEach(feature -> feature.accept(operations));
    var dispatch =
        new Dispatch(
            vertx,
            contract.parsed(),
            operations.complete(),
            uploads,
            intake,
            new BodyLimits(endpoints, config.http().bodyBytes()));

    var router = Router.router(vertx);
    router.head().handler(HttpRouter::asGet);
    router.route().handler(new RequestId()).handler(this::locate);
    router
        .route("/eventbus/*")
        .handler(new BridgeForward(vertx, bridge, config.bridge().connections()));
    webSockets.addTo(router);
    router.route("/eventbus/*").handler(ctx -> ctx.fail(NOT_FOUND));
    router.route().handler(endpoints).handler(watch);
    router.get(ContractPage.PATH).handler(new ContractPage(contract.document()));
    parts.all(Pages.POINT).forEach(page -> page.accept(router));
    router
        .route("/api/*")
        .handler(changes)
        .handler(new AnsweredHandler(parts.all(Answered.POINT)))
        .handler(guestPages)
        .handler(new MediaTypeCase())
        .handler(new ContractPaths())
        .handler(authentication)
        .handler(networkLimits)
        .handler(dispatch::takeRoom)
        .handler(dispatch::read)
        .handler(load)
        .handler(dispatch::run);
    router.route().handler(client);
    ProblemHandler.install(router);
    return router;
  }

  /** Treats HEAD as GET (RFC 9110, 9.3.2); the response omits the body by itself. */
  private static void asGet(RoutingContext ctx) {
    var query = ctx.request().query();
    ctx.reroute(HttpMethod.GET, ctx.request().path() + (query == null ? "" : "?" + query));
  }

  private void locate(RoutingContext ctx) {
    Caller.locate(ctx, config.http().trustedProxies());
    Origin.locate(ctx, config.http().trustedProxies());
    ctx.next();
  }
}
