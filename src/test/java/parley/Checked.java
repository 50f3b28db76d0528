package parley;

import java.util.List;
import parley.check.DataCheck;
import parley.check.ReferredFiles;
import parley.store.MysqlAddress;

/** The checks of all features, on any database. */
public final class Checked {

  private Checked() {}

  public static DataCheck of(MysqlAddress database, List<ReferredFiles> files) {
    return DataChecks.of(database, files);
  }
}
