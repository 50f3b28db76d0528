package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import parley.config.Config;
import parley.http.intake.Intake;

/**
 * A request's way through the public listener, in this order. Built once for each event loop; the
 * handlers given are shared between them.
 *
 * @param bridge where the event-bus bridge listens
 * @param watch what measures every request, those to the bridge aside
 * @param onApi what sees every request to the API before the guests' pages
 * @param authentication finds out who asks
 * @param pages adds the pages that are neither of the contract nor of the client
 * @param uploads where an upload lies while it is worked on
 * @param uploadBytes the largest file that is taken
 * @param bind binds every operation of the contract
 * @param networkLimits refuses networks that ask too often, before a body is read
 * @param intake bounds what is held of requests
 */
public record HttpRouter(
    Config config,
    OpenAPIContract contract,
    SocketAddress bridge,
    Handler<RoutingContext> watch,
    Handler<RoutingContext> onApi,
    GuestPages guestPages,
    Handler<RoutingContext> authentication,
    Idempotency idempotency,
    ClientFiles client,
    Consumer<Router> pages,
    Path uploads,
    long uploadBytes,
    Consumer<Operations> bind,
    Intake intake,
    BodyLimits bodyLimits,
    Handler<RoutingContext> networkLimits)
    implements BiFunction<Vertx, BridgeEnd, Router> {

  /** What a multipart body has besides the file. */
  private static final long MULTIPART_OVERHEAD = 16 * 1024;

  private static final int NOT_FOUND = 404;

  @Override
  public Router apply(Vertx vertx, BridgeEnd webSockets) {
    var operations = new Operations(vertx, contract, idempotency);
    bind.accept(operations);

    var router = Router.router(vertx);
    router.head().handler(HttpRouter::asGet);
    router.route().handler(new RequestId()).handler(this::locate);
    router
        .route("/eventbus/*")
        .handler(new BridgeForward(vertx, bridge, config.bridge().connections()));
    webSockets.addTo(router);
    router.route("/eventbus/*").handler(ctx -> ctx.fail(NOT_FOUND));
    router.route().handler(watch);
    pages.accept(router);
    router
        .route("/api/*")
        .handler(onApi)
        .handler(guestPages)
        .handler(new MediaTypeCase())
        .handler(new ContractPaths(contract))
        .handler(authentication)
        .handler(networkLimits);
    router
        .post("/api/image/add")
        .consumes("multipart/form-data")
        .handler(new UploadRoom(intake, uploadBytes + MULTIPART_OVERHEAD));
    router
        .post("/api/image/add")
        .consumes("multipart/form-data")
        .handler(
            BodyHandler.create(uploads.toString())
                .setBodyLimit(uploadBytes + MULTIPART_OVERHEAD)
                .setDeleteUploadedFilesOnEnd(true));
    router.route("/api/*").handler(new BodyReader(intake, this::bodyLimit));
    router.route("/*").subRouter(operations.router());
    router.route().handler(client);
    ProblemHandler.install(router);
    return router;
  }

  /** HEAD is GET without the body (RFC 9110, 9.3.2), which the response leaves out by itself. */
  private static void asGet(RoutingContext ctx) {
    var query = ctx.request().query();
    ctx.reroute(HttpMethod.GET, ctx.request().path() + (query == null ? "" : "?" + query));
  }

  private long bodyLimit(RoutingContext ctx) {
    return bodyLimits.of(ctx.normalizedPath(), ctx.request().method());
  }

  private void locate(RoutingContext ctx) {
    Caller.locate(ctx, config.http().trustedProxies());
    Origin.locate(ctx, config.http().trustedProxies());
    ctx.next();
  }
}
