package parley.attack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What one connection of an attack sends: some bytes at once, then the rest in parts.
 *
 * @param atOnce when it is connected
 * @param rest in parts
 * @param partBytes of the rest at a time
 * @param everyMillis between two parts
 */
record Script(byte[] atOnce, byte[] rest, int partBytes, int everyMillis) {

  private static final int HEADER_BYTES = 7_500;
  private static final int LARGE_BODY = 1_000_000;

  static Script atOnce(String text) {
    return new Script(bytes(text), new byte[0], 1, 1000);
  }

  /** A request of a megabyte. */
  static Script largeBody(String path) {
    return atOnce(head(path, LARGE_BODY) + "{\"token\":\"" + "a".repeat(LARGE_BODY - 12) + "\"}");
  }

  /** A megabyte without an announced length. */
  static Script largeChunks(String path) {
    var chunk = "a".repeat(0x4000);
    var text = new StringBuilder(head(path, -1));
    for (var sent = 0; sent < LARGE_BODY; sent += chunk.length()) {
      text.append("4000\r\n").append(chunk).append("\r\n");
    }
    return atOnce(text + "0\r\n\r\n");
  }

  /** All of a large header but its end. */
  static Script halfHeader(String path) {
    var start = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    var line = "X-Padding-%03d: " + "p".repeat(100) + "\r\n";
    var text = new StringBuilder(start);
    for (var i = 0; text.length() + 120 < HEADER_BYTES; i++) {
      text.append(line.formatted(i));
    }
    return atOnce(text.toString());
  }

  /** A sign-in with a wrong password, padded as far as it is taken. */
  static Script signIn(String path, int number) {
    var body =
        "{\"username\":\"nobody"
            + number
            + "\",\"password\":\"wrong password\""
            + " ".repeat(7_000)
            + "}";
    return atOnce(head(path, body.length()) + body);
  }

  static Script drippedHeader(String path) {
    var text = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "s".repeat(4_000);
    return new Script(new byte[0], bytes(text), 1, 200);
  }

  static Script drippedBody(String path) {
    return new Script(bytes(head(path, 2_000)), bytes("{\"token\":\"" + "a".repeat(1_900)), 1, 200);
  }

  private static String head(String path, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + (length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length)
        + "\r\n\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Script script
        && Arrays.equals(atOnce, script.atOnce)
        && Arrays.equals(rest, script.rest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(atOnce);
  }

  @Override
  public String toString() {
    return "Script of " + (atOnce.length + rest.length) + " bytes";
  }
}
