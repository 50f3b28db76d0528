package parley.http.intake;

import parley.config.Intake;

/**
 * How long a client may take to send a request.
 *
 * @param headerSeconds from the connection, or from the first byte of a further request
 * @param graceSeconds for a body at any rate
 * @param bytesPerSecond on average, after that
 */
record Deadlines(int headerSeconds, int graceSeconds, int bytesPerSecond) {

  static Deadlines of(Intake config) {
    return new Deadlines(config.headerSeconds(), config.bodySeconds(), config.bodyBytesPerSecond());
  }

  /** The time in seconds in which a body must be complete or have more than these bytes. */
  long bodySeconds(long bytes) {
    return graceSeconds + bytes / bytesPerSecond;
  }
}
