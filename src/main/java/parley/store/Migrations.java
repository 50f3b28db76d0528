package parley.store;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Updates the schema to the version of this program. Blocks; runs before the server starts. */
public final class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /**
   * Several processes may do this at the same time.
   *
   * @throws StoreStartException if the database cannot be reached, refuses the account, has a newer
   *     schema, or a migration fails
   */
  public static void run(MysqlAddress address) {
    run(address, state -> {});
  }

  /**
   * The same.
   *
   * @param before is called before the first migration, while no other process migrates
   */
  public static void run(MysqlAddress address, Consumer<SchemaState> before) {
    var schema = new Schema(address);
    if (schema.migrate(before, log::info) > 0) {
      log.info("Migrated the schema to version {}", schema.state().newest());
    }
  }
}
