package parley.http;

import io.vertx.core.Future;
import parley.config.ConfigException;

/** Reports why a listener cannot use its address, with the key of the configuration. */
public final class Listening {

  private Listening() {}

  /** A failed future that names the key of the port, whatever the reason. */
  public static <T> Future<T> failed(String section, String host, int port, Throwable failure) {
    var reason =
        String.valueOf(failure.getMessage()).contains("in use")
            ? "is already in use"
            : "cannot be used: " + failure.getMessage();
    return Future.failedFuture(
        new ConfigException(section + ".port", port + " on " + host + " " + reason));
  }
}
