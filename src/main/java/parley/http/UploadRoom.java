package parley.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import parley.failure.ForumException;
import parley.http.intake.Client;
import parley.http.intake.Intake;

/**
 * Admits a form with a file, which is written to the disk as it arrives: it reserves memory for the
 * buffers in between, for the duration of the request.
 */
final class UploadRoom implements Handler<RoutingContext> {

  private static final long BUFFERED = 256 * 1024;

  private final Intake intake;
  private final long most;

  /**
   * @param most the largest body in bytes
   */
  UploadRoom(Intake intake, long most) {
    this.intake = intake;
    this.most = most;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var held = intake.held();
    if (BodyReader.length(ctx.request()) > most) {
      ctx.fail(413);
    } else if (held.takeMember(BUFFERED)) {
      ctx.addEndHandler(ended -> held.giveMember(BUFFERED));
      Client.openBody(ctx.request());
      ctx.next();
    } else {
      intake.refusedBody();
      ctx.fail(ForumException.busy());
    }
  }
}
