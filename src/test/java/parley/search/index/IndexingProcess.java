package parley.search.index;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import parley.store.ChildProcess;
import parley.store.Database;
import parley.store.MysqlAddress;

/** A process that keeps an index, to be killed. */
final class IndexingProcess {

  private IndexingProcess() {}

  static Process launch(MysqlAddress address, Path folder) throws IOException {
    return ChildProcess.launch(IndexingProcess.class, address, folder.toString());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var database = new Database(Vertx.vertx(), ChildProcess.address(arguments), 4, 2);
    Indexer.start(database, Clock.systemUTC(), Path.of(arguments[5]));
    new CountDownLatch(1).await();
  }
}
