package parley.store;

import java.util.function.Consumer;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Tells of each migration before it runs: on a large table one can take minutes. */
final class MigrationProgress extends BaseCallback {

  private final int pending;
  private final Consumer<String> says;
  private int begun;

  MigrationProgress(int pending, Consumer<String> says) {
    this.pending = pending;
    this.says = says;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    begun++;
    var migration = context.getMigrationInfo();
    says.accept(
        "Migration %d of %d: version %s, %s"
            .formatted(
                begun, pending, migration.getVersion().getVersion(), migration.getDescription()));
  }
}
