package parley.search.index;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import parley.store.Database;
import parley.store.MysqlAddress;

/** A process that keeps an index, to be killed. */
final class IndexingProcess {

  private IndexingProcess() {}

  static Process launch(MysqlAddress address, Path folder) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            IndexingProcess.class.getName(),
            address.host(),
            Integer.toString(address.port()),
            address.database(),
            address.user(),
            address.password(),
            folder.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] to) throws IOException, InterruptedException {
    var address = new MysqlAddress(to[0], Integer.parseInt(to[1]), to[2], to[3], to[4]);
    var database = new Database(Vertx.vertx(), address, 4, 2);
    Indexer.start(database, Clock.systemUTC(), Path.of(to[5]));
    new CountDownLatch(1).await();
  }
}
