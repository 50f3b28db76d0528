package parley.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import java.nio.file.Path;
import java.util.Map;
import parley.http.Operations.Binding;

/**
 * The end of a request's way: reads the body up to its limit, validates the request against the
 * contract, and runs the operation.
 */
final class Dispatch {

  /** What a multipart body has besides the file. */
  private static final long MULTIPART_OVERHEAD = 16 * 1024;

  private final Map<String, Binding> bindings;
  private final RequestValidator validator;
  private final BodyHandler body;
  private final Path uploads;

  /**
   * @param uploads where an uploaded file lies while it is worked on
   * @param bodyBytes the largest body of an operation that takes no file
   */
  Dispatch(
      Vertx vertx,
      OpenAPIContract contract,
      Map<String, Binding> bindings,
      Path uploads,
      long bodyBytes) {
    this.bindings = bindings;
    this.validator = RequestValidator.create(vertx, contract);
    this.body = BodyHandler.create(false).setBodyLimit(bodyBytes);
    this.uploads = uploads;
  }

  /** Reads the body: a file to the disk, anything else into memory. */
  Handler<RoutingContext> reader() {
    var forms =
        bindings.entrySet().stream()
            .filter(operation -> operation.getValue().fileBytes() > 0)
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey, operation -> form(operation.getValue().fileBytes())));
    return ctx -> {
      var form = forms.get(Endpoint.of(ctx).orElseThrow().id());
      (form != null && isForm(ctx) ? form : body).handle(ctx);
    };
  }

  private BodyHandler form(long fileBytes) {
    return BodyHandler.create(uploads.toString())
        .setBodyLimit(fileBytes + MULTIPART_OVERHEAD)
        .setDeleteUploadedFilesOnEnd(true);
  }

  private static boolean isForm(RoutingContext ctx) {
    var type = ctx.request().getHeader("content-type");
    return type != null && type.startsWith("multipart/form-data");
  }

  /** Validates the request, where its operation does not do so itself, and runs it. */
  void run(RoutingContext ctx) {
    var endpoint = Endpoint.of(ctx).orElseThrow();
    var binding = bindings.get(endpoint.id());
    if (!binding.validated()) {
      binding.run().handle(ctx);
      return;
    }
    RequestUtils.extract(
            ctx.request(), endpoint.operation(), () -> Future.succeededFuture(ctx.body().buffer()))
        .compose(request -> validator.validate(request, endpoint.id()))
        .onFailure(ctx::fail)
        .onSuccess(
            valid -> {
              Parameters.keep(ctx, valid);
              binding.run().handle(ctx);
            });
  }
}
