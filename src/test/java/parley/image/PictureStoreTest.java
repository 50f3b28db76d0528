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

  private PictureStore store(Path pictures) {
    return new PictureStore(pictures, pictures.resolve("removed"));
  }

  @Test
  void aStoredPictureShouldBeFoundByItsName() throws IOException {
    var store = store(directory.resolve("pictures"));
    store.store(PICTURE);
    assertThat(store.find(PICTURE.name()))
        .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(PICTURE.bytes()));
  }

  @Test
  void nothingUnfinishedShouldBeLeftBehind() throws IOException {
    store(directory).store(PICTURE);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(directory.resolve(PICTURE.name()));
    }
  }

  @Test
  void anUnknownPictureShouldNotBeFound() {
    assertThat(store(directory).find(PICTURE.name())).isEmpty();
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
    assertThat(store(directory).find(name)).isEmpty();
    assertThat(store(directory.resolve("pictures")).find(name)).isEmpty();
  }

  @Test
  void aDirectoryThatCannotBeMadeShouldBeAFailure() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> store(file.resolve("pictures")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aRemovedPictureShouldNotBeFoundAndItsFileStaysUntilItIsPurged() throws IOException {
    var store = store(directory);
    store.store(PICTURE);
    store.remove(PICTURE.name());
    store.remove(PICTURE.name());
    assertThat(store.find(PICTURE.name())).isEmpty();
    Path removed = directory.resolve("removed").resolve(PICTURE.name());
    store.purge(Instant.now().minusSeconds(60));
    assertThat(removed).exists();
    Files.setLastModifiedTime(removed, FileTime.from(Instant.now().minusSeconds(120)));
    store.purge(Instant.now().minusSeconds(60));
    assertThat(removed).doesNotExist();
  }

  @Test
  void onlyOldPicturesShouldBeListed() throws IOException {
    var store = store(directory);
    store.store(PICTURE);
    Files.createFile(directory.resolve("secret.png"));
    assertThat(store.before(Instant.now().minusSeconds(60))).isEmpty();
    assertThat(store.before(Instant.now().plusSeconds(60))).containsExactly(PICTURE.name());
  }
}
