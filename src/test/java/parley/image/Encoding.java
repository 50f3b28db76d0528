package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import parley.failure.FieldError;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/** What the tests ask of an encoder: what a picture became, or why it was refused. */
final class Encoding {

  private final Path directory;
  private final AvatarEncoder encoder = new AvatarEncoder();

  Encoding(Path directory) {
    this.directory = directory;
  }

  EncodedPicture encode(byte[] upload) throws IOException {
    return encoder.encode(Files.write(directory.resolve("upload"), upload));
  }

  BufferedImage picture(byte[] upload) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(encode(upload).bytes()));
  }

  ForumException refusal(byte[] upload) {
    return catchThrowableOfType(ForumException.class, () -> encode(upload));
  }

  void assertInvalid(byte[] upload, String code) {
    ForumException refusal = refusal(upload);
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("image");
    assertThat(refusal.errors()).extracting(FieldError::code).containsExactly(code);
  }
}
