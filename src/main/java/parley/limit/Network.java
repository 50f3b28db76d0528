package parley.limit;

import java.net.InetAddress;
import java.util.HexFormat;
import parley.text.IpAddress;

/**
 * The network that rate limits count as one address: an IPv4 address, or the /64 network of an IPv6
 * address, because a site usually controls the whole /64 (RFC 6177).
 */
final class Network {

  private static final int PREFIX_BYTES = 8;

  private Network() {}

  static String of(String address) {
    return IpAddress.parse(address)
        .map(InetAddress::getAddress)
        .map(bytes -> HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, PREFIX_BYTES)))
        .orElse(address);
  }
}
