package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.failure.ForumException;

/**
 * Whatever the bytes, an upload becomes a picture or is refused. Mutants are the same in every run;
 * {@code -Dparley.mutants=100000} makes more of them.
 */
class MutatedUploadTest {

  private static final int MUTANTS = Integer.getInteger("parley.mutants", 300);
  private static final Duration EACH = Duration.ofSeconds(30);

  @TempDir Path directory;

  static Stream<Arguments> samples() {
    return Seeds.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everyMutantShouldBeAPictureOrBeRefused(String format, byte[] sound) {
    var avatars = new Encoding(directory);
    var random = new Random(sound.length);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutate(sound, random);
      Assertions.assertTimeout(EACH, () -> encodeOrRefuse(avatars, mutant));
    }
  }

  private static void encodeOrRefuse(Encoding avatars, byte[] mutant) throws IOException {
    try {
      assertThat(avatars.encode(mutant).bytes()).isNotEmpty();
    } catch (ForumException refusal) {
      assertThat(refusal.kind())
          .isIn(ForumException.Kind.INVALID, ForumException.Kind.UNSUPPORTED_MEDIA);
    }
  }

  /** Changes one to eight bytes, more often near the beginning, where the headers are. */
  private static byte[] mutate(byte[] sound, Random random) {
    byte[] mutant = sound.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int reach = random.nextBoolean() ? Math.min(80, mutant.length) : mutant.length;
      int at = random.nextInt(reach);
      mutant[at] =
          switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> (byte) 0xff;
            case 2 -> (byte) (mutant[at] ^ 1 << random.nextInt(Byte.SIZE));
            default -> (byte) random.nextInt();
          };
    }
    return mutant;
  }
}
