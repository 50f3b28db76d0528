package parley;

import java.util.List;
import java.util.stream.Stream;
import parley.chat.ChatChecks;
import parley.check.Check;
import parley.check.DataCheck;
import parley.check.ReferredFiles;
import parley.config.Settings;
import parley.image.Images;
import parley.like.LikeChecks;
import parley.post.PostChecks;
import parley.store.MysqlAddress;

/**
 * What features keep and can compare. A check runs while no feature runs, so features declare this
 * apart from their other parts.
 */
final class DataChecks {

  private static final List<Check> ALL =
      Stream.of(PostChecks.ALL, ChatChecks.ALL, LikeChecks.ALL).flatMap(List::stream).toList();

  private DataChecks() {}

  static DataCheck of(Settings settings, MysqlAddress database) {
    return new DataCheck(database, ALL, List.of(Images.referred(settings)));
  }

  /** The checks of the database alone. */
  static DataCheck of(MysqlAddress database, List<ReferredFiles> files) {
    return new DataCheck(database, ALL, files);
  }
}
