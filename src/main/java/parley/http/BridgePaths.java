package parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths of SockJS that are served: WebSockets, raw or with SockJS frames, and XHR polling for
 * networks that block WebSockets. The other transports of SockJS, and its pages with scripts, are
 * not served.
 */
public final class BridgePaths {

  private static final Pattern GET = Pattern.compile("/eventbus/(info|([^/.]+/[^/.]+/)?websocket)");

  private static final Pattern POST = Pattern.compile("/eventbus/[^/.]+/([^/.]+)/xhr(_send)?");

  private BridgePaths() {}

  public static boolean isOffered(HttpServerRequest request, String normalizedPath) {
    return request.method().equals(HttpMethod.GET) && GET.matcher(normalizedPath).matches()
        || request.method().equals(HttpMethod.POST) && POST.matcher(normalizedPath).matches();
  }

  /** The SockJS session of a polling request; null for other paths. */
  public static @Nullable String conversation(String normalizedPath) {
    var found = POST.matcher(normalizedPath);
    return found.matches() ? found.group(1) : null;
  }

  /** Whether a request to this path sends frames from the client. */
  public static boolean isSending(String normalizedPath) {
    return normalizedPath.endsWith("/xhr_send");
  }
}
