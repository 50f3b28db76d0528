package parley.nginx;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx with the shipped files, before a forum in a process of its own. */
public final class ShippedNginx implements AutoCloseable {

  private final Process process;
  private final int port;

  private ShippedNginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param data the forum's folder
   * @param connections so many may nginx have
   */
  public static ShippedNginx before(int port, int bridgePort, Path data, int connections) {
    var backend = new Site.Backend(port, bridgePort, data);
    var events = "worker_connections " + connections + ";";
    var site = Site.write("parley.conf", backend, Map.of(), events);
    var folder = site.mainFile().getParent().toString();
    var command =
        List.of("nginx", "-p", folder, "-c", site.mainFile().toString(), "-e", "errors.log");
    try {
      var nginx = new ShippedNginx(new ProcessBuilder(command).inheritIO().start(), site.port());
      await().until(nginx::listens);
      return nginx;
    } catch (IOException e) {
      throw new UncheckedIOException("nginx is missing: apt-get install nginx-light", e);
    }
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
