package parley.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A few inline commands to a Redis, each answered in one line or, for a bulk string, two. */
final class RedisTalk implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader answers;

  private RedisTalk(Socket socket) throws IOException {
    this.socket = socket;
    this.answers =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  static RedisTalk to(String host, int port) throws IOException {
    return new RedisTalk(new Socket(host, port));
  }

  /** Connects as the URI says and signs in with its password. */
  static RedisTalk to(String uri) throws IOException {
    var address = URI.create(uri);
    var talk = to(address.getHost(), address.getPort());
    talk.ask("AUTH " + address.getUserInfo().substring(1));
    return talk;
  }

  String ask(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    var line = answers.readLine();
    return line.startsWith("$") && !line.equals("$-1") ? answers.readLine() : line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
