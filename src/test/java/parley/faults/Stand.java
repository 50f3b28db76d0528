package parley.faults;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import parley.ChildForum;
import parley.TestStores;
import parley.store.MysqlAddress;
import parley.store.Wire;

/** A forum as a process of its own, whose stores, of its own too, are at the end of wires. */
final class Stand implements AutoCloseable {

  private final SmallDisk disk = new SmallDisk();
  private final TestStores stores;
  private final Wire mysqlWire;
  private final Wire redisWire;
  private final ChildForum forum;

  Stand() {
    stores = TestStores.supervised(disk.folder().resolve("stores"));
    mysqlWire = new Wire(stores.mysql().host(), stores.mysql().port());
    var uri = URI.create(stores.settings().get("PARLEY_REDIS_URL"));
    redisWire = new Wire(uri.getHost(), uri.getPort());
    var settings = new HashMap<String, String>();
    settings.put("PARLEY_MYSQL_PORT", Integer.toString(mysqlWire.port()));
    settings.put(
        "PARLEY_REDIS_URL", uri.toString().replace(":" + uri.getPort(), ":" + redisWire.port()));
    settings.put("PARLEY_DATA", disk.folder().resolve("forum").toString());
    settings.put("PARLEY_BRIDGE_FRAMES_PER_SECOND", "10000");
    forum = ChildForum.start(stores, Map.copyOf(settings));
  }

  int port() {
    return forum.port();
  }

  /** Past the wire. */
  MysqlAddress mysql() {
    return stores.mysql();
  }

  Wire mysqlWire() {
    return mysqlWire;
  }

  Wire redisWire() {
    return redisWire;
  }

  SmallDisk disk() {
    return disk;
  }

  /** Where the forum keeps its files. */
  Path data() {
    return forum.data();
  }

  ChildForum forum() {
    return forum;
  }

  /** The process of a store at this moment. */
  ProcessHandle process(String program) {
    return stores.process(program);
  }

  @Override
  public void close() {
    forum.close();
    mysqlWire.close();
    redisWire.close();
    stores.close();
    disk.close();
  }
}
