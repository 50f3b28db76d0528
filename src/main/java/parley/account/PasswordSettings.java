package parley.account;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * How passwords are hashed with Argon2id (RFC 9106).
 *
 * @param workers hashes computed at once, each in the configured memory
 * @param queue how many may wait for that
 * @param waitSeconds the longest wait
 */
record PasswordSettings(
    int memoryKib, int iterations, int parallelism, int workers, int queue, int waitSeconds) {

  static final Section<PasswordSettings> SECTION =
      new Section<>("password", PasswordSettings.class);

  PasswordSettings {
    require(parallelism > 0, "parallelism", parallelism, "1 or more");
    require(memoryKib >= 8L * parallelism, "memoryKib", memoryKib, "8 a lane or more");
    require(iterations > 0, "iterations", iterations, "1 or more");
    require(workers > 0, "workers", workers, "1 or more");
    require(queue > 0, "queue", queue, "1 or more");
    require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
  }
}
