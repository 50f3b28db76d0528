package parley.http.intake;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;

/**
 * What browsers are told about every answer of every listener: the one place that says so. The
 * content security policy lets the client load scripts and styles from here alone; pictures in
 * posts may come from anywhere. {@code 'self'} covers the WebSocket of the same host in every
 * browser that the client is built for.
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

  /** Leaves what a page says of itself. */
  static void addTo(HttpHeaders headers) {
    ALL.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.set(name, value);
          }
        });
  }
}
