package parley.text;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses as text, of which one address has many (RFC 4291, 2.2). */
public final class IpAddress {

  private IpAddress() {}

  /**
   * The address without its zone; IPv4 where an IPv4 address is written as IPv6. Empty where the
   * text is none.
   */
  public static Optional<InetAddress> parse(String text) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes", e);
    }
  }

  /** The one spelling that all spellings of an address share; what is no address stays as it is. */
  public static String canonical(String text) {
    return parse(text).map(InetAddress::getHostAddress).orElse(text);
  }
}
