package parley.mail.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.text.Language;

/**
 * The sentences of mails in one language: those of all mails in {@code mail/<tag>.properties}, and
 * those of each feature in {@code mail.<tag>.properties} beside it.
 */
public final class Phrases {

  private final Language language;
  private final Map<String, Template> phrases;

  private Phrases(Language language, Map<String, Template> phrases) {
    this.language = language;
    this.phrases = phrases;
  }

  /**
   * Reads the sentences in every language; blocks.
   *
   * @param owners a class of each feature that sends mails
   */
  public static Map<Language, Phrases> of(Collection<Class<?>> owners) {
    return Arrays.stream(Language.values())
        .collect(Collectors.toMap(Function.identity(), language -> in(language, owners)));
  }

  private static Phrases in(Language language, Collection<Class<?>> owners) {
    var compiler = Mustache.compiler().escapeHTML(false);
    var properties = new Properties();
    load(properties, Phrases.class, "/mail/" + language.tag() + ".properties");
    for (var owner : owners) {
      load(properties, owner, "mail." + language.tag() + ".properties");
    }
    return new Phrases(
        language,
        properties.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(
                    key -> key, key -> compiler.compile(properties.getProperty(key)))));
  }

  private static void load(Properties properties, Class<?> owner, String file) {
    try (var stream = owner.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("no " + file + " beside " + owner.getName());
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream resource(String file) {
    return Phrases.class.getResourceAsStream(file);
  }

  /**
   * Returns the sentence as plain text without escaping.
   *
   * @throws IllegalArgumentException if the sentence does not exist
   */
  public String say(String key, Map<String, Object> values) {
    return find(key).execute(values);
  }

  private Template find(String key) {
    var phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no sentence for " + key + " in " + language.tag());
    }
    return phrase;
  }

  public boolean has(String key) {
    return phrases.containsKey(key);
  }

  /**
   * Checks that all sentences of a subject exist.
   *
   * @throws IllegalArgumentException if one is missing
   */
  public void require(String subject, String... sentences) {
    for (var sentence : sentences) {
      find(subject + "." + sentence);
    }
  }
}
