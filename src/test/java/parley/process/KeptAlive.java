package parley.process;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** A client with one connection, which it keeps as long as the server lets it. */
final class KeptAlive implements AutoCloseable {

  /**
   * An answer.
   *
   * @param last whether the server says that it closes the connection
   */
  record Reply(int status, boolean last, String body) {}

  private final Socket socket;

  KeptAlive(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
  }

  Reply get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: forum\r\n\r\n");
  }

  Reply post(String path, String token, JsonObject body) throws IOException {
    var json = body.encode();
    return ask(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: forum\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\nIdempotency-Key: "
            + UUID.randomUUID()
            + "\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  /** Whether the server has closed the connection in order, after it was waited for. */
  boolean isClosedInOrder() throws IOException {
    return socket.getInputStream().read() == -1;
  }

  private Reply ask(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var head = head();
    var length = 0;
    var last = false;
    for (var line : head.split("\r\n")) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length: ")) {
        length = Integer.parseInt(lower.substring("content-length: ".length()));
      }
      last |= lower.equals("connection: close");
    }
    var body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    return new Reply(Integer.parseInt(head.substring(9, 12)), last, body);
  }

  private String head() throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      var next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("No answer");
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
