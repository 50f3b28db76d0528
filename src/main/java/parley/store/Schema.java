package parley.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.flywaydb.core.internal.jdbc.DriverDataSource;

/**
 * The schema of one database. Blocks.
 *
 * <p>Each method throws a {@link StoreStartException} if the database cannot be reached or refuses
 * the account. Several processes may migrate at the same time: one waits for the other. A migration
 * that was interrupted runs again: see {@link Interrupted}.
 */
public final class Schema {

  private static final String LOCATION = "classpath:db/migration";

  /** After this many failures of which each may come of the one before, a person must look. */
  private static final int TRIES = 2;

  private static final JavaMigration[] IN_CODE = {new AddressKeys()};
  private static final JavaMigration[] NONE = {};

  private final MysqlAddress address;
  private final String location;
  private final DataSource source;

  public Schema(MysqlAddress address) {
    this(address, LOCATION);
  }

  /**
   * Uses migrations from other places, for tests.
   *
   * @param location of Flyway, or several separated by commas
   */
  public Schema(MysqlAddress address, String location) {
    this(
        address,
        location,
        new DriverDataSource(
            Schema.class.getClassLoader(),
            null,
            Jdbc.url(address),
            address.user(),
            address.password()));
  }

  /** Uses connections from elsewhere, for tests. */
  Schema(MysqlAddress address, String location, DataSource source) {
    this.address = address;
    this.location = location;
    this.source = source;
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
    return migrate(state -> {}, progress -> {});
  }

  /**
   * The same.
   *
   * @param before is called before the first migration, while no other process migrates
   * @param progress is told of each migration before it runs
   */
  public int migrate(Consumer<SchemaState> before, Consumer<String> progress) {
    return migrate(
        "latest",
        () -> {
          var state = state();
          if (state.newer()) {
            throw new StoreStartException(
                "The schema of %s has version %s, but this Parley knows only versions up to %s: start a newer Parley, or restore a backup."
                    .formatted(address, state.current().orElse("?"), state.newest()));
          }
          if (state.pending() > 0) {
            before.accept(state);
          }
          return new MigrationProgress(state.pending(), progress);
        });
  }

  /** Migrates an older or empty schema up to this version. */
  public void migrateTo(String version) {
    migrate(version, () -> new MigrationProgress(0, progress -> {}));
  }

  private int migrate(String target, Supplier<MigrationProgress> prepare) {
    try (var connection = source.getConnection();
        var lock = new MigrationLock(connection, address.database())) {
      var progress = prepare.get();
      for (var tries = 1; ; tries++) {
        lock.interrupted().undo();
        try {
          return with(target, flyway -> flyway.migrate().migrationsExecuted, progress);
        } catch (StoreStartException e) {
          // a statement of a process that was killed may have gone on in the server meanwhile
          if (tries == TRIES || !connection.isValid(1)) {
            throw e;
          }
        }
      }
    } catch (SQLException e) {
      throw noDatabase(e);
    }
  }

  private StoreStartException noDatabase(Exception e) {
    return new StoreStartException("mysql.host: no database at " + address + ": " + reason(e), e);
  }

  private <T> T with(String target, Function<Flyway, T> work, Callback... callbacks) {
    try {
      return work.apply(
          Flyway.configure()
              .dataSource(source)
              .locations(location.split(","))
              .javaMigrations(location.contains(LOCATION) ? IN_CODE : NONE)
              .target(target)
              .callbacks(callbacks)
              .load());
    } catch (FlywaySqlException e) {
      throw noDatabase(e);
    } catch (FlywayException e) {
      throw new StoreStartException(
          "The schema of " + address + " cannot be migrated: " + reason(e), e);
    }
  }

  private static SchemaState state(Flyway flyway) {
    var all = List.of(flyway.info().all());
    return new SchemaState(
        all.stream()
            .filter(migration -> isDone(migration.getState()))
            .map(MigrationInfo::getVersion)
            .filter(Objects::nonNull)
            .max(MigrationVersion::compareTo)
            .map(Schema::text),
        all.stream()
            .filter(migration -> migration.getState().isResolved())
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .map(Schema::text)
            .orElseThrow(),
        (int)
            all.stream()
                .filter(migration -> migration.getState().isResolved())
                .filter(migration -> !isDone(migration.getState()))
                .count(),
        all.stream().map(MigrationInfo::getState).anyMatch(Schema::isUnknown));
  }

  /** One that failed runs again. */
  private static boolean isDone(MigrationState state) {
    return state.isApplied() && !state.isFailed();
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
