package parley.personal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import parley.store.Database;

/** Exports and erases what all features store about a member. */
public final class PersonalService {

  private final Database database;
  private final List<PersonalData> parts;
  private final PersonalRepository personal = new PersonalRepository();

  /**
   * @param parts in the order in which they are erased
   */
  public PersonalService(Database database, List<PersonalData> parts) {
    this.database = database;
    this.parts = parts;
  }

  /** Everything about a member: a list of objects for each part, by its name. */
  public Future<JsonObject> export(long memberId) {
    var export = new JsonObject();
    Future<Void> done = Future.succeededFuture();
    for (var part : parts) {
      done =
          done.compose(before -> personal.export(database.client(), part, memberId))
              .map(
                  rows -> {
                    export.put(part.name(), rows);
                    return null;
                  });
    }
    return done.map(all -> export);
  }

  /** Makes a member anonymous, in the caller's transaction; who calls it ends their sessions. */
  public Future<Void> erase(SqlClient tx, long memberId) {
    Future<Void> done = Future.succeededFuture();
    for (var part : parts) {
      done = done.compose(before -> personal.erase(tx, part, memberId));
    }
    return done;
  }
}
