package parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("backup.zip");
  }

  private static void assertUnusable(Path file, String why) {
    assertThatThrownBy(() -> Archive.open(file, Stored.in(file.getParent())).close())
        .isInstanceOfSatisfying(
            BackupException.class,
            e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.UNUSABLE))
        .hasMessageContaining(why);
  }

  @Test
  void aWholeBackupOpens() throws IOException {
    try (var archive = Archive.open(SealedZip.ofNothing().write(file()), Stored.in(folder))) {
      assertThat(archive.manifest().schema()).isEqualTo("001");
    }
  }

  @Test
  void anyChangedBitIsSeen() throws IOException {
    var whole = Files.readAllBytes(SealedZip.ofNothing().write(file()));
    for (var i = 0; i < whole.length; i++) {
      var changed = whole.clone();
      changed[i] ^= (byte) (1 << i % 8);
      Files.write(file(), changed);
      assertUnusable(file(), "");
    }
  }

  @Test
  void anyCutIsSeen() throws IOException {
    var whole = Files.readAllBytes(SealedZip.ofNothing().write(file()));
    for (var length = 0; length < whole.length; length++) {
      assertUnusable(Files.write(file(), Arrays.copyOf(whole, length)), "truncated");
    }
  }

  @Test
  void whatFollowsTheEndIsSeen() throws IOException {
    var whole = Files.readAllBytes(SealedZip.ofNothing().write(file()));
    assertUnusable(Files.write(file(), Arrays.copyOf(whole, whole.length + 1)), "truncated");
  }

  @Test
  void anotherFileIsNoBackup() throws IOException {
    assertUnusable(Files.writeString(file(), "-- a dump\n".repeat(100)), "not a backup of Parley");
  }

  @Test
  void aSealedFileThatIsNoArchiveIsRefused() throws IOException {
    assertUnusable(SealedZip.seal(Files.writeString(file(), "x".repeat(99) + Seal.OPEN)), "ZIP");
  }

  @Test
  void aNewerFormatIsRefusedWhateverElseIsInTheManifest() throws IOException {
    var newer =
        SealedZip.ofNothing()
            .with(
                Entries.MANIFEST,
                "{\"format\": \"parley-backup\", \"formatVersion\": 2, \"parley\": \"9.9\"}");
    assertUnusable(newer.write(file()), "newer Parley (9.9)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"migrations\"", "\"rows\"", "\"pictures\"", "\"createdAt\""})
  void aManifestThatLacksSomethingIsRefused(String member) throws IOException {
    var lacking = SealedZip.ofNothing().manifest(member, "\"other\"");
    assertUnusable(lacking.write(file()), "manifest cannot be read");
  }

  @Test
  void theArchiveHoldsAsManyFilesAsTheManifestSays() throws IOException {
    var picture = "images/0123456789abcdef0123456789abcdef.png";
    var one = SealedZip.ofNothing().manifest("\"pictures\": 0", "\"pictures\": 1");
    assertUnusable(one.write(file()), "does not match its manifest");
    one.with(picture, "a picture").write(file());
    try (var archive = Archive.open(file(), Stored.in(folder))) {
      assertThat(archive.manifest().files()).isEqualTo(Map.of("pictures", 1L));
    }
    assertUnusable(
        SealedZip.ofNothing().with(picture, "x").write(file()), "does not match its manifest");
  }

  @Test
  void aFileLargerThanItsFeatureWritesIsRefused() throws IOException {
    var picture = "images/0123456789abcdef0123456789abcdef.png";
    SealedZip.ofNothing().with(picture, new byte[(1 << 20) + 1]).write(file());
    assertUnusable(file(), picture + " in the backup is too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tables", "Images", "a/b", "", ".."})
  void aFolderCannotHaveThisName(String name) {
    assertThatThrownBy(() -> new StoredFolder(name, folder, Pattern.compile(".*"), 1, "files_"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "migrations", "files", "parley"})
  void aCountCannotHaveTheNameOfAnotherMemberOfTheManifest(String counted) {
    assertThatThrownBy(() -> new StoredFolder("images", folder, Pattern.compile(".*"), 1, counted))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/etc/passwd",
        "images/../../evil.png",
        "images/",
        "tables/../member.jsonl",
        "images/0123456789abcdef0123456789abcdef.png/x",
        "tables/a;b.jsonl",
        "other.txt"
      })
  void aNameThatNoBackupHasIsRefused(String name) throws IOException {
    assertUnusable(SealedZip.ofNothing().with(name, "x").write(file()), name);
  }

  @Test
  void whatTheChecksumsDoNotNameIsRefused() throws IOException {
    var sums = new String(sumsOf(SealedZip.ofNothing()), StandardCharsets.US_ASCII);
    var more = SealedZip.ofNothing().with("tables/member.jsonl", "[]\n");
    assertUnusable(more.write(file(), sums), "tables/member.jsonl");
  }

  @Test
  void whatTheChecksumsNameMustBeThere() throws IOException {
    var sums = new String(sumsOf(SealedZip.ofNothing().with("tables/member.jsonl", "[]\n")));
    assertUnusable(
        SealedZip.ofNothing().write(file(), sums), "does not contain tables/member.jsonl");
  }

  private byte[] sumsOf(SealedZip zip) throws IOException {
    try (var archive = new ZipFile(zip.write(file()).toFile())) {
      return archive.getInputStream(archive.getEntry(Entries.CHECKSUMS)).readAllBytes();
    }
  }

  @Test
  void contentThatDoesNotFitItsChecksumIsRefused() throws IOException {
    var sums = "0".repeat(64) + "  " + Entries.MANIFEST + "\n";
    assertUnusable(
        SealedZip.ofNothing().write(file(), sums), "manifest.json in the backup is damaged");
  }

  @Test
  void theArchiveHoldsNoMoreTablesThanTheManifestSays() throws IOException {
    var more = SealedZip.ofNothing().with("tables/member.jsonl", "[]\n");
    assertUnusable(more.write(file()), "does not match its manifest");
  }

  @Test
  void aSmallEntryThatUnpacksIntoMuchIsRefusedUnread() throws IOException {
    var bomb = SealedZip.ofNothing().with("session.key", new byte[40_000_000]);
    assertThat(Files.size(bomb.write(file()))).isLessThan(100_000);
    assertUnusable(file(), "session.key in the backup is too large");
  }

  @Test
  void anEntryLongerThanAnnouncedIsRefused() throws IOException {
    SealedZip.ofNothing()
        .manifest("\"rows\": {}", "\"rows\": {\"member\": 1}")
        .with("tables/member.jsonl", new byte[1_000_000])
        .write(file());
    announce("tables/member.jsonl", 1_000_000, 1000);
    assertUnusable(SealedZip.seal(file()), "tables/member.jsonl in the backup is damaged");
  }

  /** Changes the size that the archive's directory gives an entry. */
  private void announce(String name, int size, int other) throws IOException {
    var text = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    var entry = text.lastIndexOf(name) - 46 + 24; // of the central directory (APPNOTE 4.3.12)
    assertThat(text.substring(entry, entry + 4)).isEqualTo(littleEndian(size));
    var changed = text.substring(0, entry) + littleEndian(other) + text.substring(entry + 4);
    Files.write(file(), changed.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String littleEndian(int number) {
    var bytes = ByteBuffer.allocate(4).putInt(Integer.reverseBytes(number)).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() throws IOException {
    var noise = new byte[2000];
    new Random(7).nextBytes(noise);
    SealedZip.ofNothing()
        .manifest("\"rows\": {}", "\"rows\": {\"member\": 1, \"nember\": 1}")
        .with("tables/member.jsonl", noise)
        .with("tables/nember.jsonl", new byte[2000])
        .write(file());
    shareBytes("tables/member.jsonl", "tables/nember.jsonl");
    assertUnusable(SealedZip.seal(file()), "overlap");
  }

  /** Lets the directory's second name stand for what the first stands for. */
  private void shareBytes(String first, String second) throws IOException {
    var text = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    var whole = text.substring(text.lastIndexOf(first) - 46, text.lastIndexOf(first));
    var at = text.lastIndexOf(second) - 46;
    var changed = text.substring(0, at) + whole + text.substring(at + 46);
    Files.write(file(), changed.getBytes(StandardCharsets.ISO_8859_1));
  }
}
