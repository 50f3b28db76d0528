package parley.text;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The networks by which clients are counted. An IPv4 address is one network. With IPv6 a client has
 * at least a /64 (RFC 6177), and often a whole /48, so both are counted, the larger one with a
 * larger limit.
 *
 * @param key identifies the network; a text that is not an address is a separate network
 * @param factor multiplies the limit of the smallest network
 */
public record Network(String key, int factor) {

  private static final int IPV6_BYTES = 16;
  private static final int IPV4_BYTES_SHOWN = 3;
  private static final int SITE_BYTES = 6;
  private static final int SUBNET_BYTES = 8;

  /** The limit of a site, as a multiple of the limit of one subnet. */
  private static final int SITE_FACTOR = 4;

  /** The networks that an address is in, the smallest first. */
  public static List<Network> of(String address) {
    var bytes = IpAddress.parse(address).map(found -> found.getAddress()).orElse(null);
    if (bytes == null) {
      return List.of(new Network(address, 1));
    }
    if (bytes.length < IPV6_BYTES) {
      return List.of(new Network(hex(bytes, bytes.length), 1));
    }
    return List.of(
        new Network(hex(bytes, SUBNET_BYTES), 1), new Network(hex(bytes, SITE_BYTES), SITE_FACTOR));
  }

  /** The smallest network that an address is in. */
  public static String smallest(String address) {
    return of(address).get(0).key();
  }

  /** The network of an address as people write it: a /24 of IPv4, a /48 of IPv6. */
  public static String shown(String address) {
    var bytes = IpAddress.parse(address).map(found -> found.getAddress()).orElse(null);
    if (bytes == null) {
      return address;
    }
    var kept = bytes.length < IPV6_BYTES ? IPV4_BYTES_SHOWN : SITE_BYTES;
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    return NetUtil.bytesToIpAddress(bytes) + "/" + kept * Byte.SIZE;
  }

  private static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
  }
}
