package parley.management;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * When the host is warned that room runs out.
 *
 * @param diskMebibytes warned when less is free on the disk of the data folder
 * @param diskPercent or a smaller part than this
 * @param refuseMebibytes where the embedded database refuses to add data when less is free
 * @param filesPercent warned when more of the files that the process may open are open
 */
public record RoomSettings(
    int diskMebibytes, int diskPercent, int refuseMebibytes, int filesPercent) {

  public static final Section<RoomSettings> SECTION = new Section<>("room", RoomSettings.class);

  public RoomSettings {
    require(diskMebibytes >= 0, "diskMebibytes", diskMebibytes, "0 or more");
    require(
        diskPercent >= 0 && diskPercent <= 100, "diskPercent", diskPercent, "a number up to 100");
    require(filesPercent > 0 && filesPercent <= 100, "filesPercent", filesPercent, "1 to 100");
  }
}
