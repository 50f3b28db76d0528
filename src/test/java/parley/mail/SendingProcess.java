package parley.mail;

import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import parley.store.MysqlAddress;

/** A process with a sender, to be killed. Its settings come in the environment. */
final class SendingProcess {

  private SendingProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    var settings = new HashMap<>(System.getenv());
    settings.keySet().removeIf(name -> !name.startsWith("PARLEY_"));
    var mysql =
        new MysqlAddress(
            settings.get("PARLEY_MYSQL_HOST"),
            Integer.parseInt(settings.get("PARLEY_MYSQL_PORT")),
            "parley",
            settings.get("PARLEY_MYSQL_USER"),
            settings.get("PARLEY_MYSQL_PASSWORD"));
    Senders.of(mysql, settings).start();
    new CountDownLatch(1).await();
  }
}
