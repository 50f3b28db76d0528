package parley.mail.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import parley.text.Language;

/** The sentences of mails in one language, {@code mail/<tag>.properties}. */
final class Phrases {

  private final Language language;
  private final Map<String, Template> phrases;

  private Phrases(Language language, Map<String, Template> phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /** Blocks. */
  static Phrases in(Language language) {
    var compiler = Mustache.compiler().escapeHTML(false);
    var properties = new Properties();
    var file = "/mail/" + language.tag() + ".properties";
    try (var in = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Phrases(
        language,
        properties.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(
                    key -> key, key -> compiler.compile(properties.getProperty(key)))));
  }

  static InputStream resource(String file) {
    return Phrases.class.getResourceAsStream(file);
  }

  /**
   * Returns the sentence as plain text without escaping.
   *
   * @throws IllegalArgumentException if the sentence does not exist
   */
  String say(String key, Map<String, Object> values) {
    var phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no sentence for " + key + " in " + language.tag());
    }
    return phrase.execute(values);
  }

  boolean has(String key) {
    return phrases.containsKey(key);
  }
}
