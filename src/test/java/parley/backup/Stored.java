package parley.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a forum with pictures and a session key stores in files. */
final class Stored {

  private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{32}\\.[a-z0-9]{2,5}");

  private Stored() {}

  static StoredFolder pictures(Path data) {
    return new StoredFolder("images", data.resolve("images"), PICTURE, 1 << 20, "pictures");
  }

  static ForumFiles in(Path data) {
    var key = new StoredFile("session.key", Optional.of(data.resolve("session.key")), "the key");
    return new ForumFiles(List.of(pictures(data)), List.of(key));
  }
}
