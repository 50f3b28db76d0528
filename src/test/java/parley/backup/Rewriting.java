package parley.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Changes backups as somebody could who knows how to seal them. */
final class Rewriting {

  private Rewriting() {}

  static void manifest(Path backup, String text, String replacement) throws IOException {
    var changed = new SealedZip();
    try (var zip = new ZipFile(backup.toFile())) {
      for (var name : zip.stream().map(ZipEntry::getName).toList()) {
        if (!name.equals(Entries.CHECKSUMS)) {
          changed.with(name, zip.getInputStream(zip.getEntry(name)).readAllBytes());
        }
      }
    }
    changed.manifest(text, replacement).write(backup);
  }
}
