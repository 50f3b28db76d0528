package parley.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive as somebody might seal it who knows how: whole, and with any content. */
final class SealedZip {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A backup without tables. */
  static SealedZip ofNothing() {
    return new SealedZip()
        .with(
            Entries.MANIFEST,
            """
            {"format": "parley-backup", "formatVersion": 1, "parley": "0.1.0",
             "createdAt": "2026-01-02T03:04:05Z", "rows": {}, "pictures": 0,
             "migrations": [{"version": "001", "checksum": 1}]}
            """);
  }

  SealedZip with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  SealedZip with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** The manifest with one text in the place of another. */
  SealedZip manifest(String text, String replacement) {
    var manifest = new String(entries.get(Entries.MANIFEST), StandardCharsets.UTF_8);
    return with(Entries.MANIFEST, manifest.replace(text, replacement));
  }

  /** With the right checksums. */
  Path write(Path file) throws IOException {
    var checksums = new StringBuilder();
    for (var entry : entries.entrySet()) {
      var digest = Sha256.digest();
      digest.update(entry.getValue());
      checksums.append(Sha256.text(digest) + "  " + entry.getKey() + "\n");
    }
    return write(file, checksums.toString());
  }

  /** With these checksums. */
  Path write(Path file, String checksums) throws IOException {
    var all = new LinkedHashMap<>(entries);
    all.put(Entries.CHECKSUMS, checksums.getBytes(StandardCharsets.UTF_8));
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setComment(Seal.OPEN);
      for (var entry : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return seal(file);
  }

  /** Seals a file anew whose end is a seal, open or not. */
  static Path seal(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var digest = Sha256.digest();
    digest.update(bytes, 0, bytes.length - Sha256.DIGITS);
    digest.update("0".repeat(Sha256.DIGITS).getBytes(StandardCharsets.US_ASCII));
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Seal.close(channel, digest);
    }
    return file;
  }
}
