package parley.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build of Parley. */
public final class Version implements IVersionProvider {

  public static final String CURRENT = read();

  private static String read() {
    var properties = new Properties();
    try (var file = Version.class.getResourceAsStream("/version.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {CURRENT};
  }
}
