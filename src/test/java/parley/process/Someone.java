package parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

/** A member of a forum that runs as a process. */
final class Someone {

  private Someone() {}

  /** The new member's token. */
  static String register(Program parley, String name) {
    var body =
        new JsonObject()
            .put("username", name)
            .put("email", name + "@example.org")
            .put("password", "correct horse battery");
    var answer = parley.post("/api/register", null, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonObject(answer.body()).getString("token");
  }

  static JsonObject topic(String title) {
    return new JsonObject().put("title", title).put("content", "Text").put("boardId", 1);
  }
}
