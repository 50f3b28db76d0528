package parley.mail.dev;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a request was made on this machine. Behind a proxy the connection always is, so every
 * address that proxies tell must be too, whether or not the proxy is trusted; and the name asked
 * for must be this machine's, so that no foreign page can be led here by its name (DNS rebinding).
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
