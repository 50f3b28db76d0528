package parley.backup;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks an archive before it is used. Each method throws a {@link BackupException} if its check
 * fails.
 */
final class ArchiveCheck {

  /** Limit for entries that are read into memory: enough for the checksums of 250,000 files. */
  private static final int SMALL = 32 * 1024 * 1024;

  private static final Pattern CHECKSUM = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  private ArchiveCheck() {}

  /**
   * Every name must be known and unique. The compressed entries together must not be larger than
   * the file, so they unpack to at most a thousand times its size. Entries read into memory must be
   * small.
   */
  static void names(ZipFile zip, long fileSize, Entries entries) {
    var names = new HashSet<String>();
    var compressed = 0L;
    for (var entry : zip.stream().toList()) {
      if (!entries.isKnown(entry.getName()) || !names.add(entry.getName())) {
        throw foreign(entry.getName());
      }
      if (entry.getSize() > limit(entry.getName(), entries)) {
        throw BackupException.unusable(entry.getName() + " in the backup is too large.");
      }
      compressed += entry.getCompressedSize();
    }
    if (compressed > fileSize) {
      throw BackupException.unusable("The backup's entries overlap.");
    }
  }

  private static long limit(String name, Entries entries) {
    if (Entries.isTable(name)) {
      return Long.MAX_VALUE;
    }
    return entries.folder(name).map(StoredFolder::fileBytes).orElse((long) SMALL);
  }

  /** Returns the content of a small entry, which must exist. */
  static InputStream small(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw BackupException.unusable("The backup has no " + name + ".");
    }
    try (var stream = zip.getInputStream(entry)) {
      return new ByteArrayInputStream(stream.readNBytes(SMALL));
    }
  }

  /**
   * Reads every entry and compares it with its checksum.
   *
   * @return the checksums by entry name, in the order of the archive
   */
  static Map<String, String> checksums(ZipFile zip) throws IOException {
    var checksums = new LinkedHashMap<String, String>();
    var list = new String(small(zip, Entries.CHECKSUMS).readAllBytes(), StandardCharsets.US_ASCII);
    for (var line : list.lines().toList()) {
      var parts = CHECKSUM.matcher(line);
      if (!parts.matches() || checksums.put(parts.group(2), parts.group(1)) != null) {
        throw BackupException.unusable("The backup's checksums cannot be read.");
      }
    }
    var names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    names.remove(Entries.CHECKSUMS);
    for (var name : checksums.keySet()) {
      if (!names.remove(name)) {
        throw BackupException.unusable("The backup does not contain " + name + ".");
      }
    }
    if (!names.isEmpty()) {
      throw foreign(names.iterator().next());
    }
    for (var name : checksums.keySet()) {
      compare(zip, name, checksums.get(name));
    }
    return checksums;
  }

  /** Reads at most the size that the entry declares. */
  private static void compare(ZipFile zip, String name, String checksum) throws IOException {
    var entry = zip.getEntry(name);
    try (var stream = new Bounded(zip.getInputStream(entry), entry.getSize())) {
      if (!Sha256.of(stream).equals(checksum)) {
        throw BackupException.unusable(name + " in the backup is damaged.");
      }
    } catch (ZipException | EOFException e) {
      throw BackupException.unusable(name + " in the backup is damaged: " + e.getMessage(), e);
    }
  }

  /** Checks that the archive contains exactly the tables and files of its manifest. */
  static void contents(ZipFile zip, Manifest manifest, Entries entries) {
    var tables =
        zip.stream().map(ZipEntry::getName).filter(Entries::isTable).collect(Collectors.toSet());
    var said = manifest.rows().keySet().stream().map(Entries::ofTable).collect(Collectors.toSet());
    var complete =
        entries.files().folders().stream()
            .allMatch(
                folder ->
                    zip.stream().map(ZipEntry::getName).filter(folder::has).count()
                        == manifest.count(folder));
    if (!tables.equals(said) || !complete) {
      throw BackupException.unusable("The content of the backup does not match its manifest.");
    }
  }

  private static BackupException foreign(String name) {
    return BackupException.unusable(
        "The backup contains an entry that is not part of a Parley backup: " + name);
  }
}
