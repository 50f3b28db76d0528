package parley.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to the version this program needs. Blocks; runs before anything serves. */
public final class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /**
   * Several processes may do this at once: Flyway lets one after the other through.
   *
   * @throws StoreStartException when the database cannot be reached, refuses the account, or a
   *     migration fails
   */
  public static void run(MysqlAddress address) {
    var url = "jdbc:mariadb://" + address.host() + ":" + address.port() + "/" + address.database();
    try {
      var result =
          Flyway.configure()
              .dataSource(
                  url + "?permitMysqlScheme&connectTimeout=5000",
                  address.user(),
                  address.password())
              .locations("classpath:db/migration")
              .load()
              .migrate();
      if (result.migrationsExecuted > 0) {
        log.info("Migrated the schema to version {}", result.targetSchemaVersion);
      }
    } catch (FlywaySqlException e) {
      throw new StoreStartException("mysql.host: no database at " + address + ": " + reason(e), e);
    } catch (FlywayException e) {
      throw new StoreStartException(
          "The schema of " + address + " cannot be migrated: " + reason(e), e);
    }
  }

  private static String reason(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("").trim();
  }
}
