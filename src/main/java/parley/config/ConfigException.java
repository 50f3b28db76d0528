package parley.config;

/** A key of the configuration that cannot be used. The message is one line and names the key. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(String key, String problem) {
    super(key + ": " + problem, null, false, false);
  }

  /** Fails, naming the key, what it holds and what it may hold, unless the value will do. */
  static void require(boolean good, String key, Object value, String allowed) {
    if (!good) {
      throw new ConfigException(key, "'" + value + "' is not " + allowed);
    }
  }
}
