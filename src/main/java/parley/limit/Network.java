package parley.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/**
 * What counts as one place: an IPv4 address, or the /64 network of an IPv6 address, since whoever
 * has one address of it has them all (RFC 6177).
 */
final class Network {

  private static final int IPV6_BYTES = 16;
  private static final int PREFIX_BYTES = 8;

  private Network() {}

  static String of(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES)
        : address;
  }
}
