package parley.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/**
 * The schema of one database. Blocks.
 *
 * <p>Each method throws a {@link StoreStartException} if the database cannot be reached or refuses
 * the account. Several processes may migrate at the same time: Flyway runs them one after the
 * other.
 */
public final class Schema {

  private static final String LOCATION = "classpath:db/migration";

  private static final JavaMigration[] IN_CODE = {new AddressKeys()};
  private static final JavaMigration[] NONE = {};

  private final MysqlAddress address;
  private final String location;

  public Schema(MysqlAddress address) {
    this(address, LOCATION);
  }

  /** Uses migrations from another location, for tests. */
  public Schema(MysqlAddress address, String location) {
    this.address = address;
    this.location = location;
  }

  /** Returns the schema of another database on the server, with the same migrations. */
  public Schema of(String database) {
    return new Schema(address.with(database), location);
  }

  public SchemaState state() {
    return with("latest", Schema::state);
  }

  /** Whether this program has a migration of this version. */
  public boolean knows(String version) {
    return with(
        "latest",
        flyway ->
            Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .anyMatch(migration -> text(migration.getVersion()).equals(version)));
  }

  /**
   * Migrates the schema to the newest version.
   *
   * @return the number of migrations run
   * @throws StoreStartException also if a migration fails, or the schema is newer than this
   *     program. Flyway would allow an old program to run with it, which does not know the new
   *     columns
   */
  public int migrate() {
    return with(
        "latest",
        flyway -> {
          var state = state(flyway);
          if (state.newer()) {
            throw new StoreStartException(
                "The schema of %s has version %s, but this Parley knows only versions up to %s: start a newer Parley, or restore a backup."
                    .formatted(address, state.current().orElse("?"), state.newest()));
          }
          return flyway.migrate().migrationsExecuted;
        });
  }

  /** Migrates an older or empty schema up to this version. */
  public void migrateTo(String version) {
    with(version, Flyway::migrate);
  }

  private <T> T with(String target, Function<Flyway, T> work) {
    try {
      return work.apply(
          Flyway.configure()
              .dataSource(Jdbc.url(address), address.user(), address.password())
              .locations(location)
              .javaMigrations(location.equals(LOCATION) ? IN_CODE : NONE)
              .target(target)
              .load());
    } catch (FlywaySqlException e) {
      throw new StoreStartException("mysql.host: no database at " + address + ": " + reason(e), e);
    } catch (FlywayException e) {
      throw new StoreStartException(
          "The schema of " + address + " cannot be migrated: " + reason(e), e);
    }
  }

  private static SchemaState state(Flyway flyway) {
    var info = flyway.info();
    return new SchemaState(
        Optional.ofNullable(info.current()).map(MigrationInfo::getVersion).map(Schema::text),
        Arrays.stream(info.all())
            .filter(migration -> migration.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .map(Schema::text)
            .orElseThrow(),
        info.pending().length,
        Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(Schema::isUnknown));
  }

  private static boolean isUnknown(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }

  private static String text(MigrationVersion version) {
    return version.getVersion();
  }

  private static String reason(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("").trim();
  }
}
