package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadableImageTest {

  private static final Path EXECUTABLE =
      Path.of(ProcessHandle.current().info().command().orElseThrow());

  @TempDir Path temp;

  @Test
  void aCopyStillRunsWithWhateverLayBehindItLeftOut() throws Exception {
    var original = Files.readAllBytes(Path.of("/bin/true"));
    var longer = Arrays.copyOf(original, original.length + 1_000_000);
    var copy = Files.write(temp.resolve("copy"), copy(longer));
    assertThat(copy.toFile().setExecutable(true)).isTrue();
    assertThat(Files.size(copy)).isLessThanOrEqualTo(original.length);
    assertThat(new ProcessBuilder(copy.toString()).start().waitFor()).isZero();
  }

  @Test
  void anExecutableCutShortIsRefused() throws Exception {
    var half = Files.readAllBytes(EXECUTABLE);
    assertThatThrownBy(() -> copy(Arrays.copyOf(half, half.length / 4)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNoExecutableIsRefused() {
    for (var text : new String[] {"", "#!/bin/sh\n", "x".repeat(200)}) {
      assertThatThrownBy(() -> copy(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }

  private static byte[] copy(byte[] executable) throws IOException {
    var target = new ByteArrayOutputStream();
    LoadableImage.copy(new ByteArrayInputStream(executable), target);
    return target.toByteArray();
  }
}
