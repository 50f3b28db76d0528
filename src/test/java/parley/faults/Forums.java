package parley.faults;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** HTTP requests of one member; each may fail. */
final class Forums {

  static final String PASSWORD = "correct horse battery";

  /** Longer than any request may take by the forum's own limits. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final String BOUNDARY = "a-boundary-of-the-faults";
  private static final int PICTURE_SIDE = 16;

  /** One for all: each has a thread of its own. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final String token;
  private final long id;

  Forums(int port, String token) {
    this(port, token, 0);
  }

  /**
   * @param id of the member
   */
  Forums(int port, String token, long id) {
    this.port = port;
    this.token = token;
    this.id = id;
  }

  /** A member that was registered. */
  static Forums of(int port, JsonObject registered) {
    var id = registered.getJsonObject("user").getLong("id");
    return new Forums(port, registered.getString("token"), id);
  }

  long id() {
    return id;
  }

  String token() {
    return token;
  }

  HttpResponse<String> send(String method, String path, String key, JsonObject body)
      throws IOException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode());
    return send(method, path, key, "application/json", publisher);
  }

  /** Sends a picture in the field {@code image}. */
  HttpResponse<String> upload(String path, byte[] picture) throws IOException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="image"; filename="picture.png"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(BOUNDARY)
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(picture);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return send(
        "POST",
        path,
        null,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private HttpResponse<String> send(
      String method, String path, String key, String type, BodyPublisher body) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .header("content-type", type)
            .method(method, body);
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("idempotency-key", key);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A picture that nobody has had before. */
  static byte[] picture() {
    var image = new BufferedImage(PICTURE_SIDE, PICTURE_SIDE, BufferedImage.TYPE_INT_RGB);
    var random = ThreadLocalRandom.current();
    for (var pixel = 0; pixel < PICTURE_SIDE * PICTURE_SIDE; pixel++) {
      image.setRGB(pixel % PICTURE_SIDE, pixel / PICTURE_SIDE, random.nextInt());
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static JsonObject account(String name) {
    return new JsonObject()
        .put("username", name)
        .put("email", name + "@example.org")
        .put("password", PASSWORD);
  }

  /** A new member's token and id; waits for a forum that cannot serve at the moment. */
  static JsonObject register(int port, String name) throws IOException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var answer = new Forums(port, null).send("POST", "/api/register", null, account(name));
    while (answer.statusCode() == 503 && System.nanoTime() < until) {
      Chaos.pause(200);
      answer = new Forums(port, null).send("POST", "/api/register", null, account(name));
    }
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }
}
