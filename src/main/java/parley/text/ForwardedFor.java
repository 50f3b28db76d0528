package parley.text;

import java.util.List;
import java.util.Set;

/** Reads {@code X-Forwarded-For}, which some proxies write with ports and brackets. */
public final class ForwardedFor {

  private ForwardedFor() {}

  /**
   * The client's address: the peer's, or if that is a trusted proxy, the last address in the header
   * that is not one. An entry that is not an address ends the search, because the entries before it
   * cannot be trusted.
   *
   * @param lines of the header; several are one list (RFC 9110, 5.3)
   */
  public static String client(String peer, List<String> lines, Set<String> trustedProxies) {
    var address = peer;
    var hops = String.join(",", lines).split(",", -1);
    for (var i = hops.length - 1; i >= 0 && trustedProxies.contains(address); i--) {
      address = hops[i].isBlank() ? address : address(hops[i].strip());
    }
    return address;
  }

  /** {@code 192.0.2.1:4711}, {@code [2001:db8::1]} and {@code [2001:db8::1]:4711} without port. */
  static String address(String hop) {
    var bare = hop.replaceFirst("^\"(.*)\"$", "$1");
    if (bare.startsWith("[") && bare.indexOf(']') > 0) {
      bare = bare.substring(1, bare.indexOf(']'));
    } else if (bare.indexOf(':') > 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
      bare = bare.substring(0, bare.indexOf(':'));
    }
    return IpAddress.canonical(bare);
  }
}
