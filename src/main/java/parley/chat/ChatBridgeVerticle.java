package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;
import parley.config.Config;
import parley.http.Listening;

/** The listener of the chat bridge. It serves nothing over plain HTTP: every path is 404. */
public final class ChatBridgeVerticle extends VerticleBase {

  private static final int STOP_SECONDS = 5;

  private final Config.Listener config;
  private HttpServer server;

  public ChatBridgeVerticle(Config.Listener config) {
    this.config = config;
  }

  @Override
  public Future<?> start() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().setStatusCode(404).end());
    return server
        .listen(config.port(), config.host())
        .recover(failure -> Listening.failed("bridge", config.host(), config.port(), failure));
  }

  @Override
  public Future<?> stop() {
    return server.shutdown(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
