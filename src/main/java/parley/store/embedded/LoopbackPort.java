package parley.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import parley.store.StoreStartException;

/**
 * A port for one run of a store. The system chooses, so that a MySQL or Redis already here, or a
 * second Parley, is never in the way.
 */
final class LoopbackPort {

  static final String HOST = "127.0.0.1";

  private LoopbackPort() {}

  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StoreStartException("There is no free port on " + HOST + ": " + e.getMessage(), e);
    }
  }

  /** Whether somebody listens there: between {@link #free()} and its use, anyone may take it. */
  static boolean isTaken(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
