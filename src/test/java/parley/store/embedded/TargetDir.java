package parley.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary directories on the disk of the build: a temporary folder may be in memory. */
public final class TargetDir implements TempDirFactory {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** One place for the stores' programs, so that only the first test unpacks them. */
  static final Path PROGRAMS = TARGET.resolve("embedded-program");

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    return Files.createTempDirectory(Files.createDirectories(TARGET), "stores");
  }
}
