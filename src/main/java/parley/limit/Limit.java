package parley.limit;

import static parley.config.ConfigException.require;

/**
 * So many times in so many seconds: of one member (or name), and from one address. A feature reads
 * its own from a section in {@code limits}.
 */
public record Limit(int perMember, int perAddress, int seconds) {

  public Limit {
    require(perMember > 0, "perMember", perMember, "1 or more");
    require(perAddress > 0, "perAddress", perAddress, "1 or more");
    require(seconds > 0, "seconds", seconds, "1 or more");
  }
}
