package parley.mail.message;

import parley.text.EmailAddress;

/** Addresses that SMTP accepts without extensions (RFC 5321, 4.1.2). */
final class Address {

  private Address() {}

  /**
   * Returns the address with its domain in ASCII (IDNA 2008).
   *
   * @throws IllegalArgumentException if the address is malformed, or needs SMTPUTF8 (RFC 6531),
   *     which is not supported: it was stored by an older version
   */
  static String ascii(String address) {
    return EmailAddress.parse(address)
        .map(EmailAddress::mailable)
        .orElseThrow(() -> new IllegalArgumentException("mail servers do not accept this address"));
  }
}
