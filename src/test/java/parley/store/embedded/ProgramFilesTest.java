package parley.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {

  @TempDir Path programs;

  @Test
  void aProgramIsUnpackedOnce() throws Exception {
    var times = new AtomicInteger();
    for (var start = 0; start < 3; start++) {
      var program =
          ProgramFiles.ensure(
              programs,
              "store-1.0",
              draft -> Files.writeString(draft.resolve("server"), "" + times.incrementAndGet()));
      assertThat(program.resolve("server")).hasContent("1");
    }
  }

  @Test
  void anUnpackingThatBrokeOffIsRepeatedFromTheStart() throws Exception {
    assertThatThrownBy(() -> ProgramFiles.ensure(programs, "store-1.0", this::breakOff))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(programs.resolve("store-1.0")).doesNotExist();

    var program =
        ProgramFiles.ensure(
            programs, "store-1.0", draft -> Files.writeString(draft.resolve("server"), "whole"));
    assertThat(program).isDirectoryContaining("glob:**/server");
    assertThat(program.resolve("half")).doesNotExist();
  }

  @Test
  void formerVersionsAreDeletedAndOtherProgramsStay() throws Exception {
    for (var name : new String[] {"store-1.0", "store-1.1.unpacking", "other-1.0"}) {
      Files.writeString(Files.createDirectories(programs.resolve(name)).resolve("server"), "x");
    }
    ProgramFiles.ensure(
        programs, "store-2.0", draft -> Files.writeString(draft.resolve("server"), "2"));
    assertThat(programs.resolve("store-1.0")).doesNotExist();
    assertThat(programs.resolve("store-1.1.unpacking")).doesNotExist();
    assertThat(programs.resolve("store-2.0/server")).hasContent("2");
    assertThat(programs.resolve("other-1.0/server")).hasContent("x");
  }

  /** As after a return to the program before. */
  @Test
  void aVersionWhoseNumberBeginsWithThisOneIsAnother() throws Exception {
    for (var name : new String[] {"store-1.0.1", "store-1.01.unpacking", "store-1.0.lock"}) {
      Files.writeString(Files.createDirectories(programs.resolve(name)).resolve("server"), "x");
    }
    Files.createDirectories(programs.resolve("store-1.0"));
    ProgramFiles.ensure(programs, "store-1.0", draft -> {});
    assertThat(programs)
        .isDirectoryContaining("glob:**/store-1.0")
        .isDirectoryContaining("glob:**/store-1.0.lock")
        .isDirectoryNotContaining("glob:**/store-1.0.1")
        .isDirectoryNotContaining("glob:**/store-1.01.unpacking");
  }

  private void breakOff(Path draft) throws IOException {
    Files.writeString(draft.resolve("half"), "of it");
    throw new IOException("No space left on device");
  }
}
