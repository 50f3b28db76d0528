package parley.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup's ZIP archive, readable only by its owner. The file gets its final name when it
 * is {@linkplain #finish finished} and on disk. If it is closed earlier, no file remains.
 */
final class ArchiveWriter implements AutoCloseable {

  /** Suffix of the unfinished file. It remains only after a kill or a power failure. */
  static final String UNFINISHED = ".part";

  private final Path target;
  private final Path unfinished;
  private final FileTime time;
  private final Entries entries;
  private final FileChannel file;
  private final MessageDigest written = Sha256.digest();
  private final ZipOutputStream zip;
  private final StringBuilder checksums = new StringBuilder();

  /**
   * @param target the final file; must not exist
   * @param time the modification time of all entries
   * @param files the files that it may contain besides tables
   */
  ArchiveWriter(Path target, Instant time, ForumFiles files) throws IOException {
    this.target = target.toAbsolutePath();
    this.time = FileTime.from(time);
    this.entries = new Entries(files);
    unfinished =
        Files.createTempFile(
            this.target.getParent(),
            target.getFileName() + ".",
            UNFINISHED,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    unfinished.toFile().deleteOnExit(); // also if a signal ends the program
    file = FileChannel.open(unfinished, StandardOpenOption.WRITE);
    var stream = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    zip = new ZipOutputStream(new DigestOutputStream(stream, written));
    zip.setComment(Seal.OPEN);
  }

  /** Writes the content of an entry. */
  interface Content {
    void writeTo(OutputStream to) throws IOException, SQLException;
  }

  void add(String name, Content content) throws IOException, SQLException {
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    begin(name);
    var digest = Sha256.digest();
    content.writeTo(new DigestOutputStream(new StaysOpen(zip), digest));
    end(name, digest);
  }

  /** Stored without compression: pictures are already compressed, and other files are small. */
  void copy(String name, InputStream from) throws IOException {
    zip.setLevel(Deflater.NO_COMPRESSION);
    begin(name);
    var digest = Sha256.digest();
    from.transferTo(new DigestOutputStream(zip, digest));
    end(name, digest);
  }

  private void begin(String name) throws IOException {
    if (!entries.isKnown(name)) {
      throw BackupException.failed("A backup cannot contain " + name + ".");
    }
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    zip.putNextEntry(entry);
  }

  private void end(String name, MessageDigest digest) throws IOException {
    zip.closeEntry();
    checksums.append(Sha256.text(digest)).append("  ").append(name).append('\n');
  }

  /**
   * Adds the checksums, seals the archive and renames it to its final name. Returns its size in
   * bytes.
   */
  long finish() throws IOException {
    begin(Entries.CHECKSUMS);
    zip.write(checksums.toString().getBytes(StandardCharsets.US_ASCII));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    Seal.close(file, written);
    file.force(true);
    var size = file.size();
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return size;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A writer may close its entry's stream without closing the archive. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream zip) {
      super(zip);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
