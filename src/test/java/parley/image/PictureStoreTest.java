package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureStoreTest {

  private static final EncodedPicture PICTURE = EncodedPicture.png(new byte[] {1, 2, 3});

  @TempDir Path directory;

  @Test
  void aStoredPictureShouldBeFoundByItsName() throws IOException {
    var store = new PictureStore(directory.resolve("pictures"));
    store.store(PICTURE);
    assertThat(store.find(PICTURE.name()))
        .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(PICTURE.bytes()));
  }

  @Test
  void aPictureThatIsThereShouldNotBeWrittenAgain() throws IOException {
    var store = new PictureStore(directory);
    store.store(PICTURE);
    FileTime longAgo = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    Files.setLastModifiedTime(directory.resolve(PICTURE.name()), longAgo);
    store.store(PICTURE);
    assertThat(Files.getLastModifiedTime(directory.resolve(PICTURE.name()))).isEqualTo(longAgo);
  }

  @Test
  void nothingUnfinishedShouldBeLeftBehind() throws IOException {
    new PictureStore(directory).store(PICTURE);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve(PICTURE.name()));
    }
  }

  @Test
  void anUnknownPictureShouldNotBeFound() {
    assertThat(new PictureStore(directory).find(PICTURE.name())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "../secret.png",
        "secret.png",
        "0123456789abcdef0123456789abcdef.gif",
        "0123456789ABCDEF0123456789ABCDEF.png",
        "0123456789abcdef0123456789abcdef.png/",
        "0123456789abcdef0123456789abcdef.png\n",
        "pictures/../0123456789abcdef0123456789abcdef.png"
      })
  void aNameThatNoPictureCanHaveShouldNotBeFound(String name) throws IOException {
    Files.createFile(directory.resolve("secret.png"));
    assertThat(new PictureStore(directory).find(name)).isEmpty();
    assertThat(new PictureStore(directory.resolve("pictures")).find(name)).isEmpty();
  }

  @Test
  void aDirectoryThatCannotBeMadeShouldBeAFailure() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> new PictureStore(file.resolve("pictures")))
        .isInstanceOf(UncheckedIOException.class);
  }
}
