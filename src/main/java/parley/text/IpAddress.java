package parley.text;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Normalises IP addresses, because one address has many text forms (RFC 4291, 2.2). */
public final class IpAddress {

  private IpAddress() {}

  /**
   * The address without its zone; IPv4 if an IPv4 address is written as IPv6. Empty if the text is
   * not an address.
   */
  public static Optional<InetAddress> parse(String text) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }

  /** The canonical form of an address. Text that is not an address is returned unchanged. */
  public static String canonical(String text) {
    return parse(text).map(InetAddress::getHostAddress).orElse(text);
  }
}
