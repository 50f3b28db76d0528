package parley.backup;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * The backup that is made before a start that changes the schema of a forum with data.
 *
 * @param backup whether it is made
 * @param folder for it; empty: {@code migration-backups} in the data folder
 * @param keep so many are kept, the newest
 */
public record MigrationSettings(boolean backup, String folder, int keep) {

  public static final Section<MigrationSettings> SECTION =
      new Section<>("migration", MigrationSettings.class);

  public MigrationSettings {
    require(keep > 0, "keep", keep, "1 or more");
  }
}
