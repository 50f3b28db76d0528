package parley.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which bytes are sent as they are, for what no well-behaved client would send. */
final class Wire implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  /** {@code status} is 0 where the server closed the connection without an answer. */
  record Answer(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.get(name);
    }
  }

  static Wire to(int port) {
    return from("127.0.0.1", port);
  }

  /**
   * @param address of loopback, that it comes from
   */
  static Wire from(String address, int port) {
    try {
      var socket =
          new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(address), 0);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return new Wire(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request without a body and reads the answer. */
  static Answer ask(int port, String method, String target, String... headers) {
    try (var wire = to(port)) {
      wire.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
      for (var header : headers) {
        wire.send(header + "\r\n");
      }
      return wire.send("\r\n").read();
    }
  }

  Wire send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything until the server closes the connection, as one answer. */
  Answer read() {
    return parse(readAll());
  }

  /** Everything until the server closes the connection. */
  String readAll() {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line, such as that of an interim answer. */
  String readLine() {
    try {
      var line = new StringBuilder();
      for (var c = socket.getInputStream().read(); c != '\n' && c >= 0; ) {
        line.append((char) c);
        c = socket.getInputStream().read();
      }
      return line.toString().strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parse(String text) {
    var end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, Map.of(), text);
    }
    var lines = text.substring(0, end).split("\r\n");
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
