package parley;

import java.util.List;
import parley.backup.ForumFiles;
import parley.config.Settings;
import parley.image.Images;
import parley.session.SessionKey;

/**
 * What features store in files, which belongs in backups. Backups are made and restored while no
 * feature runs, so features declare this apart from their other parts. The index of the search is
 * not among them: it follows from the database, and is built again where it does not fit it.
 */
final class StoredFiles {

  private StoredFiles() {}

  static ForumFiles of(Settings settings) {
    return new ForumFiles(List.of(Images.folder(settings)), List.of(SessionKey.stored(settings)));
  }
}
