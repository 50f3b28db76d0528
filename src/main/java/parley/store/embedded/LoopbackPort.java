package parley.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import parley.store.StoreStartException;

/**
 * A port for one run of a store. The system chooses it, so it does not conflict with an existing
 * MySQL or Redis, or a second Parley.
 */
final class LoopbackPort {

  static final String HOST = "127.0.0.1";

  private LoopbackPort() {}

  /** The address of {@link #HOST}, also where the system prefers IPv6. */
  static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  static int free() {
    try (var socket = new ServerSocket(0, 1, address())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StoreStartException("No free port on " + HOST + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether a program listens on the port: between {@link #free()} and its use, another program may
   * take it.
   */
  static boolean isTaken(int port) {
    try (var socket = new ServerSocket(port, 1, address())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
