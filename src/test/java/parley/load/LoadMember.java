package parley.load;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;

/** A member of the forum under load, over HTTP. */
record LoadMember(WebClient web, String token, long id) {

  static Future<LoadMember> register(WebClient web, String username) {
    var registration =
        JsonObject.of(
            "username", username,
            "email", username + "@example.org",
            "password", "load " + username);
    return post(web, null, "/api/register", registration)
        .map(
            json ->
                new LoadMember(
                    web, json.getString("token"), json.getJsonObject("user").getLong("id")));
  }

  Future<JsonObject> post(String path, JsonObject body) {
    return post(web, token, path, body);
  }

  private static Future<JsonObject> post(
      WebClient web, String token, String path, JsonObject body) {
    var request = web.request(HttpMethod.POST, path);
    if (token != null) {
      request.bearerTokenAuthentication(token);
    }
    return request
        .sendJsonObject(body)
        .map(
            response -> {
              if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + response.bodyAsString());
              }
              return response.bodyAsJsonObject();
            });
  }
}
