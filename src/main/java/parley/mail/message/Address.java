package parley.mail.message;

import java.net.IDN;
import java.util.regex.Pattern;

/** Addresses that SMTP accepts without extensions (RFC 5321, 4.1.2). */
final class Address {

  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private Address() {}

  /**
   * Returns the address with its domain in ASCII (RFC 5891).
   *
   * @throws IllegalArgumentException if the address is malformed, or needs SMTPUTF8 (RFC 6531),
   *     which is not supported
   */
  static String ascii(String address) {
    var at = address.lastIndexOf('@');
    var local = address.substring(0, Math.max(at, 0));
    var domain = IDN.toASCII(address.substring(at + 1));
    if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("mail servers do not accept this address");
    }
    return local + '@' + domain;
  }
}
