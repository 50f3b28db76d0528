package parley.topic;

import static parley.config.ConfigException.require;

import parley.config.Section;

/**
 * How many mails mentions may cause.
 *
 * @param perHour to one address
 * @param causedPerHour because of one member's posts
 */
record MentionSettings(int perHour, int causedPerHour) {

  static final Section<MentionSettings> SECTION =
      new Section<>("mail.mentions", MentionSettings.class);

  MentionSettings {
    require(perHour > 0, "perHour", perHour, "1 or more");
    require(causedPerHour > 0, "causedPerHour", causedPerHour, "1 or more");
  }
}
