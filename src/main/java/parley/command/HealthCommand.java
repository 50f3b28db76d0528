package parley.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import parley.config.Config.Listener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks the running forum whether it is ready, for supervisors without an HTTP client. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = "Checks whether the running forum is ready. Exit code 0: ready, 1: not ready.")
public final class HealthCommand implements Callable<Integer> {

  /** Longer than the forum itself waits for its stores. */
  private static final int PATIENCE_SECONDS = 5;

  @ParentCommand private ConfiguredCommand parley;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var vertx = Vertx.vertx();
    var client = vertx.createHttpClient(); // an HTTP client without references closes itself
    try {
      var listener = parley.settings(vertx).config().management();
      return ask(client, listener)
          .map(this::report)
          .otherwise(failure -> unreachable(listener, failure))
          .await();
    } finally {
      client.close().await();
      vertx.close().await();
    }
  }

  private static Future<JsonObject> ask(HttpClient client, Listener listener) {
    return client
        .request(HttpMethod.GET, listener.port(), listener.host(), "/health/ready")
        .compose(HttpClientRequest::send)
        .compose(HttpClientResponse::body)
        .map(JsonObject::new)
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private int report(JsonObject health) {
    for (var check : health.getJsonArray("checks", new JsonArray())) {
      var named = (JsonObject) check;
      spec.commandLine().getOut().println(named.getString("id") + " " + named.getString("status"));
    }
    return "UP".equals(health.getString("status")) ? 0 : 1;
  }

  private int unreachable(Listener listener, Throwable failure) {
    spec.commandLine()
        .getErr()
        .printf(
            "parley: no answer from %s:%d (management.host, management.port): %s%n",
            listener.host(), listener.port(), failure.getMessage());
    return 1;
  }
}
