package parley.config;

/** An invalid key or value in the configuration. The message is one line and names the key. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String problem;

  public ConfigException(String key, String problem) {
    super(key + ": " + problem, null, false, false);
    this.key = key;
    this.problem = problem;
  }

  /** The same exception for a key in this section; the name of the whole configuration is empty. */
  ConfigException in(String section) {
    return section.isEmpty() ? this : new ConfigException(section + "." + key, problem);
  }

  /** The part of another failure's message that fits into a message of one line. */
  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").trim();
  }

  /**
   * Refuses an invalid value. For the constructor of a section's record; the reader of the section
   * adds its name to the key.
   *
   * @param key as the section itself names it
   * @param value what the message repeats; stars in the place of a secret
   * @param allowed completes the sentence "it is not …"
   * @throws ConfigException unless the value is good
   */
  public static void require(boolean good, String key, Object value, String allowed) {
    if (!good) {
      throw new ConfigException(key, "'" + value + "' is not " + allowed);
    }
  }
}
