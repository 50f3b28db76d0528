package parley.account;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import parley.Client;
import parley.Response;

/** How tests register: well, or as no client library would. */
final class Registering {

  private Registering() {}

  static JsonObject form(String username, String email, String password) {
    return new JsonObject().put("username", username).put("email", email).put("password", password);
  }

  static JsonObject form(String username) {
    return form(username, username + "@example.org", Client.PASSWORD);
  }

  static Response register(Client client, JsonObject form) {
    return client.send(HttpMethod.POST, "/api/register", ascii(form));
  }

  /** JSON that can hold what UTF-8 cannot, such as half of a surrogate pair. */
  static Buffer ascii(JsonObject json) {
    var text = new StringBuilder();
    json.encode()
        .chars()
        .forEach(
            unit -> text.append(unit < 128 ? Character.toString(unit) : "\\u%04x".formatted(unit)));
    return Buffer.buffer(text.toString());
  }
}
