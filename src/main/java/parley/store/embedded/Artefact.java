package parley.store.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import parley.store.StoreStartException;

/** What a Maven artefact on the class path holds. */
final class Artefact {

  private Artefact() {}

  /** Null where the artefact was left out, as in the production archive. */
  static @Nullable String version(String group, String artefact) throws IOException {
    var name = "META-INF/maven/" + group + "/" + artefact + "/pom.properties";
    try (var file = Artefact.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        return null;
      }
      var properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    }
  }

  /**
   * What to say where it was left out.
   *
   * @param key what to configure
   * @param store with its article
   */
  static StoreStartException leftOut(String key, String store) {
    return new StoreStartException(
        "%s: %s is needed, because this Parley package has no embedded one".formatted(key, store));
  }

  static InputStream open(String name) throws FileNotFoundException {
    var file = Artefact.class.getClassLoader().getResourceAsStream(name);
    if (file == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return file;
  }
}
