package parley.image;

import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/** The reasons why an upload is refused, with messages for the member. */
final class Refusal {

  private static final String FIELD = "image";

  private Refusal() {}

  static ForumException tooLarge() {
    return ForumException.of(
        Kind.TOO_LARGE,
        "A picture may be at most %d MiB.".formatted(PictureLimits.FILE_BYTES / (1024 * 1024)));
  }

  static ForumException unknownFormat() {
    return ForumException.of(
        Kind.UNSUPPORTED_MEDIA, "The file is not a PNG, JPEG, GIF or WebP picture.");
  }

  /**
   * @param why ends the sentence "cannot be read: …"
   */
  static ForumException notAPicture(String why) {
    return ForumException.invalid(
        FIELD, "not_a_picture", "The picture cannot be read: " + why + ".");
  }

  static ForumException cutOff() {
    return notAPicture("it is damaged or truncated");
  }

  static ForumException tooManyPixels(int width, int height) {
    return ForumException.invalid(
        FIELD,
        "too_many_pixels",
        "%,d by %,d pixels are too many; please scale the picture down.".formatted(width, height));
  }

  /** The picture is small enough, but its encoding would take too much time or memory to read. */
  static ForumException tooComplex() {
    return ForumException.invalid(
        FIELD,
        "too_complex",
        "The picture is too complex to read; please save it again, smaller or not progressive.");
  }
}
