package parley.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A backup whose whole file has been read and checked: the seal fits, all entries are known, and
 * all checksums match. Nothing was written to disk, and only a small part is in memory.
 */
final class Archive implements AutoCloseable {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final ZipFile zip;
  private final Manifest manifest;
  private final Map<String, String> checksums;

  private Archive(ZipFile zip, Manifest manifest, Map<String, String> checksums) {
    this.zip = zip;
    this.manifest = manifest;
    this.checksums = checksums;
  }

  /**
   * @throws BackupException if it is not a complete backup that this program understands
   */
  static Archive open(Path path, ForumFiles files) throws IOException {
    try (var file = FileChannel.open(path)) {
      Seal.check(file);
    }
    try {
      return open(new ZipFile(path.toFile()), path, new Entries(files));
    } catch (ZipException e) {
      throw BackupException.unusable("The backup is not a ZIP archive: " + e.getMessage(), e);
    }
  }

  private static Archive open(ZipFile zip, Path path, Entries entries) throws IOException {
    try {
      ArchiveCheck.names(zip, path.toFile().length(), entries);
      var manifest = manifest(zip, entries.files());
      var checksums = ArchiveCheck.checksums(zip);
      ArchiveCheck.contents(zip, manifest, entries);
      return new Archive(zip, manifest, checksums);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The format version is checked first, because nothing is known about a newer format. */
  private static Manifest manifest(ZipFile zip, ForumFiles files) throws IOException {
    try (var stream = ArchiveCheck.small(zip, Entries.MANIFEST)) {
      var json = JSON.readTree(stream);
      var version = json.path("formatVersion").asInt();
      if (!json.path("format").asText().equals(Manifest.FORMAT) || version < 1) {
        throw BackupException.unusable("This is not a backup of Parley.");
      }
      if (version > Manifest.FORMAT_VERSION) {
        throw BackupException.unusable(
            "The backup was made by a newer Parley (%s), in a format that this version does not know."
                .formatted(json.path("parley").asText()));
      }
      var manifest = Manifest.of((ObjectNode) json, files);
      if (manifest.migrations().isEmpty()) {
        throw BackupException.unusable("The backup does not name its schema version.");
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw BackupException.unusable(
          "The backup's manifest cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** The names of all entries except the checksums. */
  Set<String> names() {
    return checksums.keySet();
  }

  boolean has(String name) {
    return checksums.containsKey(name);
  }

  @Nullable String checksum(String name) {
    return checksums.get(name);
  }

  InputStream read(String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
