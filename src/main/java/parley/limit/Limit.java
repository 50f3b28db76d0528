package parley.limit;

import static parley.config.ConfigException.require;

/**
 * A rate limit: a number of attempts in a number of seconds, for one account (or one attempted
 * name) and for one network. Features have their limits in sections of {@code limits}.
 */
public record Limit(int perAccount, int perNetwork, int seconds) {

  public Limit {
    require(perAccount > 0, "perAccount", perAccount, "1 or more");
    require(perNetwork > 0, "perNetwork", perNetwork, "1 or more");
    require(seconds > 0, "seconds", seconds, "1 or more");
  }
}
