package parley.search;

import static parley.config.ConfigException.require;

import java.nio.file.Path;
import java.time.Duration;
import parley.config.Section;

/**
 * How searches are answered.
 *
 * @param folder of the index; a relative one lies in the data folder
 * @param workers searches that run at the same time
 * @param queue searches that may wait; further ones are refused
 * @param waitSeconds the longest wait of a search that has not begun
 */
record SearchSettings(String folder, int workers, int queue, int waitSeconds) {

  static final Section<SearchSettings> SECTION = new Section<>("search", SearchSettings.class);

  SearchSettings {
    require(!folder.isBlank(), "folder", folder, "a folder");
    require(workers > 0, "workers", workers, "1 or more");
    require(queue > 0, "queue", queue, "1 or more");
    require(waitSeconds > 0, "waitSeconds", waitSeconds, "1 or more");
  }

  Path in(Path data) {
    return data.resolve(folder);
  }

  Duration longestWait() {
    return Duration.ofSeconds(waitSeconds);
  }
}
