package parley.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import parley.http.Operations.Binding;
import parley.http.intake.Intake;

/**
 * The last step for a request: reads the body up to its limit, validates the request against the
 * contract, and runs the operation.
 */
final class Dispatch {

  /** What a multipart body has besides the file. */
  private static final long MULTIPART_OVERHEAD = 16 * 1024;

  /**
   * How an upload is received: the memory and disk it needs, and the handler that writes it to the
   * disk.
   */
  private record Upload(UploadRoom room, BodyHandler form) {}

  private final Map<String, Binding> bindings;
  private final Map<String, Upload> uploads;
  private final RequestValidator validator;
  private final BodyReader body;

  /**
   * @param uploads the folder for uploaded files while they are processed
   */
  Dispatch(
      Vertx vertx,
      OpenAPIContract contract,
      Map<String, Binding> bindings,
      Path uploads,
      Intake intake,
      BodyLimits limits) {
    this.bindings = bindings;
    this.uploads =
        bindings.entrySet().stream()
            .filter(operation -> operation.getValue().fileBytes() > 0)
            .collect(
                toUnmodifiableMap(
                    Map.Entry::getKey,
                    operation -> upload(operation.getValue().fileBytes(), uploads, intake)));
    this.validator = RequestValidator.create(vertx, contract);
    this.body = new BodyReader(intake, ctx -> limits.of(Endpoint.of(ctx).orElseThrow()));
  }

  private static Upload upload(long fileBytes, Path folder, Intake intake) {
    var most = fileBytes + MULTIPART_OVERHEAD;
    return new Upload(
        new UploadRoom(intake, most),
        BodyHandler.create(folder.toString()).setBodyLimit(most).setDeleteUploadedFilesOnEnd(true));
  }

  private Optional<Upload> upload(RoutingContext ctx) {
    var type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("multipart/form-data")
        ? Optional.ofNullable(uploads.get(Endpoint.of(ctx).orElseThrow().id()))
        : Optional.empty();
  }

  /** Takes the room that an upload needs while it goes to the disk. */
  void takeRoom(RoutingContext ctx) {
    upload(ctx).ifPresentOrElse(upload -> upload.room().handle(ctx), ctx::next);
  }

  /** Reads the body: an upload to the disk, anything else into memory. */
  void read(RoutingContext ctx) {
    upload(ctx).ifPresentOrElse(upload -> upload.form().handle(ctx), () -> body.handle(ctx));
  }

  /** Validates the request, where its operation does not do so itself, and runs it. */
  void run(RoutingContext ctx) {
    var endpoint = Endpoint.of(ctx).orElseThrow();
    var binding = requireNonNull(bindings.get(endpoint.id()), endpoint.id());
    if (!binding.validated() || Parameters.keepPlain(ctx, endpoint)) {
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
