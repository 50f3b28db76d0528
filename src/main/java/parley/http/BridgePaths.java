package parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is offered of SockJS: a WebSocket, plain or in SockJS' frames, and polling where WebSockets
 * are blocked. Its other transports, and the pages with scripts for them, are not.
 */
public final class BridgePaths {

  private static final Pattern GET = Pattern.compile("/eventbus/(info|([^/.]+/[^/.]+/)?websocket)");

  private static final Pattern POST = Pattern.compile("/eventbus/[^/.]+/([^/.]+)/xhr(_send)?");

  private BridgePaths() {}

  public static boolean isOffered(HttpServerRequest request, String normalizedPath) {
    return request.method().equals(HttpMethod.GET) && GET.matcher(normalizedPath).matches()
        || request.method().equals(HttpMethod.POST) && POST.matcher(normalizedPath).matches();
  }

  /** The conversation that a polling request belongs to; null where it is none. */
  public static @Nullable String conversation(String normalizedPath) {
    var found = POST.matcher(normalizedPath);
    return found.matches() ? found.group(1) : null;
  }

  /** Whether the request carries frames of the client. */
  public static boolean isSending(String normalizedPath) {
    return normalizedPath.endsWith("/xhr_send");
  }
}
