package parley.store.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password for one run of a store: it is new at each start, so none needs to be stored. */
final class Secret {

  private static final int BYTES = 24;

  private Secret() {}

  /** 192 bits as hexadecimal digits, which need no quoting in SQL, configuration files or URIs. */
  static String next() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
