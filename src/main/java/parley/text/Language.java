package parley.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which the forum's own texts exist. */
public enum Language {
  EN("en"),
  ZH_CN("zh-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The name in requests and in the database, a language tag of RFC 5646. */
  @JsonValue
  public String tag() {
    return tag;
  }

  @JsonCreator
  public static Language ofTag(String tag) {
    return of(tag).orElseThrow(() -> new IllegalArgumentException("unknown language " + tag));
  }

  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** The first preferred tag that matches one of our languages; otherwise English. */
  public static Language preferred(List<String> tags) {
    return tags.stream()
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .flatMap(
            language ->
                Arrays.stream(values())
                    .filter(own -> Locale.forLanguageTag(own.tag).getLanguage().equals(language)))
        .findFirst()
        .orElse(EN);
  }
}
