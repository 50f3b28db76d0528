package parley.mail.dev;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks whether a request comes from the same machine. Behind a proxy the connection is always
 * local, so every address in the forwarding headers must be local too, even if the proxy is not
 * trusted. The requested host must be a local name too, which prevents DNS rebinding.
 */
final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private static final List<String> TELLING =
      List.of("x-forwarded-for", "x-real-ip", "x-client-ip", "cf-connecting-ip");

  private Loopback() {}

  static boolean isClient(HttpServerRequest request) {
    var peer = request.remoteAddress();
    return peer != null
        && peer.hostAddress() != null
        && isLoopback(peer.hostAddress())
        && request.authority() != null
        && NAMES.contains(request.authority().host())
        && !request.headers().contains("forwarded")
        && TELLING.stream()
            .flatMap(header -> request.headers().getAll(header).stream())
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .allMatch(address -> isLoopback(address.strip()));
  }

  private static boolean isLoopback(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    try {
      return bytes != null && InetAddress.getByAddress(bytes).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
