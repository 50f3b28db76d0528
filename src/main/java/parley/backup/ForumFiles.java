package parley.backup;

import java.util.List;
import java.util.stream.Stream;

/** What features store in files and not in the database. */
public record ForumFiles(List<StoredFolder> folders, List<StoredFile> files) {

  public ForumFiles {
    var names =
        Stream.concat(
                folders.stream().map(StoredFolder::name), files.stream().map(StoredFile::name))
            .toList();
    if (names.stream().distinct().count() < names.size()
        || folders.stream().map(StoredFolder::counted).distinct().count() < folders.size()) {
      throw new IllegalArgumentException("Two have one name: " + names);
    }
  }
}
