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
 * What must hold of an archive before anything of it is used. Each method throws a {@link
 * BackupException} when it does not.
 */
final class ArchiveCheck {

  /** Of what is read into memory: room for the checksums of 250,000 files. */
  private static final int SMALL = 32 * 1024 * 1024;

  private static final Pattern CHECKSUM = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  private ArchiveCheck() {}

  /**
   * Every name is known and stands there once; together the entries are no longer than the file, so
   * they unpack into a thousand times its size at most, and the small ones into little.
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

  /** The content of a small entry, which must be there. */
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
   * The checksum of every entry, which the entry was found to have.
   *
   * @return by the entries' names, in their order
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
        throw BackupException.unusable("The backup lacks " + name + ".");
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

  /** Reads no more than the entry says it has. */
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

  /** The archive holds what its manifest says, no less and no more. */
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
      throw BackupException.unusable("The backup does not hold what its manifest says.");
    }
  }

  private static BackupException foreign(String name) {
    return BackupException.unusable("The backup holds what no backup of Parley has: " + name);
  }
}
