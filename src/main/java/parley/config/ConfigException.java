package parley.config;

/** A key of the configuration that cannot be used. The message is one line and names the key. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;

  public ConfigException(String key, String problem) {
    super(key + ": " + problem, null, false, false);
    this.key = key;
    this.problem = problem;
  }

  /** The same of a key inside of this section; the whole configuration has the empty name. */
  ConfigException in(String section) {
    return section.isEmpty() ? this : new ConfigException(section + "." + key, problem);
  }

  /**
   * Fails, naming the key (as its own section knows it), what it holds and what it may hold, unless
   * the value will do.
   */
  static void require(boolean good, String key, Object value, String allowed) {
    if (!good) {
      throw new ConfigException(key, "'" + value + "' is not " + allowed);
    }
  }
}
