package parley.http.intake;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;

/**
 * The security headers of all answers of all listeners. No other code sets them. The content
 * security policy allows scripts and styles only from this origin; pictures in posts may come from
 * anywhere. {@code 'self'} covers the WebSocket of the same host in every browser that the client
 * is built for.
 */
public final class SecurityHeaders {

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "img-src 'self' https: http: data: blob:",
          "connect-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final String PERMISSIONS =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  /** By name. */
  public static final Map<String, String> ALL =
      Map.of(
          "content-security-policy", POLICY,
          "x-content-type-options", "nosniff",
          "referrer-policy", "same-origin",
          "permissions-policy", PERMISSIONS,
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin");

  private SecurityHeaders() {}

  /** Adds the headers that the answer does not have already. */
  static void addTo(HttpHeaders headers) {
    ALL.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.set(name, value);
          }
        });
  }
}
