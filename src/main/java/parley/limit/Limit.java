package parley.limit;

import static parley.config.ConfigException.require;

/**
 * So many times in so many seconds: of one account (or whatever name is tried), and from one
 * network. A feature reads its own from a section in {@code limits}.
 */
public record Limit(int perAccount, int perNetwork, int seconds) {

  public Limit {
    require(perAccount > 0, "perAccount", perAccount, "1 or more");
    require(perNetwork > 0, "perNetwork", perNetwork, "1 or more");
    require(seconds > 0, "seconds", seconds, "1 or more");
  }
}
