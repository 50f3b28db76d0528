package parley.journal;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import parley.store.ChildProcess;
import parley.store.Database;
import parley.store.MysqlAddress;

/** A process that reads the journal of a stand, to be killed. */
final class ReadingProcess {

  private ReadingProcess() {}

  static Process launch(MysqlAddress address) throws IOException {
    return ChildProcess.launch(ReadingProcess.class, address);
  }

  public static void main(String[] arguments) throws InterruptedException {
    var vertx = Vertx.vertx();
    var database = new Database(vertx, ChildProcess.address(arguments), 4, 2);
    JournalStand.startReading(vertx, database, null);
    new CountDownLatch(1).await();
  }
}
