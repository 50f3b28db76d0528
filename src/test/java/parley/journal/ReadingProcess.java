package parley.journal;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import parley.store.Database;
import parley.store.MysqlAddress;

/** A process that reads the journal of a stand, to be killed. */
final class ReadingProcess {

  private ReadingProcess() {}

  static Process launch(MysqlAddress address) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            ReadingProcess.class.getName(),
            address.host(),
            Integer.toString(address.port()),
            address.database(),
            address.user(),
            address.password())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] to) throws InterruptedException {
    var address = new MysqlAddress(to[0], Integer.parseInt(to[1]), to[2], to[3], to[4]);
    var vertx = Vertx.vertx();
    JournalStand.startReading(vertx, new Database(vertx, address, 4, 2), null);
    new CountDownLatch(1).await();
  }
}
