package parley.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Checks whether Redis is ready, with its inline protocol, because the client needs Vert.x. */
final class RedisPing {

  private static final int TIMEOUT_MILLIS = 2000;

  private RedisPing() {}

  /** False while nothing listens on the port, and while the data is loaded. */
  static boolean answers(int port, String password) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(LoopbackPort.address(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var question = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return "+OK".equals(answer.readLine()) && "+PONG".equals(answer.readLine());
    } catch (IOException e) {
      return false;
    }
  }
}
