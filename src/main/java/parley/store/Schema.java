package parley.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/**
 * The schema of one database. Blocks.
 *
 * <p>Each method throws a {@link StoreStartException} when the database cannot be reached or
 * refuses the account. Several processes may migrate at once: Flyway lets one after the other
 * through.
 */
public final class Schema {

  private static final String LOCATION = "classpath:db/migration";

  private final MysqlAddress address;
  private final String location;

  public Schema(MysqlAddress address) {
    this(address, LOCATION);
  }

  /** With the migrations of another place, for tests. */
  public Schema(MysqlAddress address, String location) {
    this.address = address;
    this.location = location;
  }

  /** The same migrations for another database of the server. */
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
   * Brings the schema to the newest version.
   *
   * @return how many migrations ran
   * @throws StoreStartException also when one fails, or the schema is newer than this program:
   *     Flyway would let an old program run on it, which knows nothing of the new columns
   */
  public int migrate() {
    return with(
        "latest",
        flyway -> {
          var state = state(flyway);
          if (state.newer()) {
            throw new StoreStartException(
                "The schema of %s has version %s, and this Parley knows versions up to %s only: start a newer one, or restore a backup."
                    .formatted(address, state.current().orElse("?"), state.newest()));
          }
          return flyway.migrate().migrationsExecuted;
        });
  }

  /** Brings an older or empty schema to this version and no further. */
  public void migrateTo(String version) {
    with(version, Flyway::migrate);
  }

  private <T> T with(String target, Function<Flyway, T> work) {
    try {
      return work.apply(
          Flyway.configure()
              .dataSource(Jdbc.url(address), address.user(), address.password())
              .locations(location)
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
