package parley;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** An answer that is as the contract says. */
public record Response(int status, Map<String, String> headers, Buffer body) {

  static Response of(Forum forum, HttpMethod method, String path, HttpResponse<Buffer> answer) {
    var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
    var response = new Response(answer.statusCode(), headers, answer.body());
    response.checkContract(forum, method, path);
    return response;
  }

  private void checkContract(Forum forum, HttpMethod method, String path) {
    var operation = forum.contract().findOperation(path.replaceFirst("\\?.*", ""), method);
    if (operation == null || status == 304) {
      return;
    }
    var type = String.valueOf(headers.get("content-type")).replaceFirst(";.*", "");
    var known =
        type.equals("application/problem+json") ? "application/vnd.parley.problem+json" : type;
    var validatable =
        body == null
            ? ValidatableResponse.create(status, Map.of())
            : ValidatableResponse.create(
                status,
                Map.of(),
                body,
                known.startsWith("image/") ? "application/octet-stream" : known);
    ResponseValidator.create(forum.vertx(), forum.contract())
        .validate(validatable, operation.getOperationId())
        .await();
  }

  /** Fails, showing the answer, unless it has this status. */
  public Response expect(int expected) {
    assertThat(status).as("status of %s", body).isEqualTo(expected);
    return this;
  }

  /**
   * Fails unless it is a problem with this status and, where given, exactly these fields at fault,
   * as {@code field:code}.
   */
  public Response expectProblem(int expected, String... faults) {
    expect(expected);
    assertThat(headers.get("content-type")).isEqualTo("application/problem+json");
    assertThat(json().getInteger("status")).isEqualTo(expected);
    assertThat(headers.get("www-authenticate")).isEqualTo(expected == 401 ? "Bearer" : null);
    assertThat(faults()).containsExactlyInAnyOrder(faults);
    return this;
  }

  public JsonObject json() {
    return body.toJsonObject();
  }

  /** The members of a list's {@code items}. */
  public List<JsonObject> items() {
    return json().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  public List<String> faults() {
    var errors = json().getJsonArray("errors");
    return errors == null
        ? List.of()
        : errors.stream()
            .map(JsonObject.class::cast)
            .map(error -> error.getString("field") + ":" + error.getString("code"))
            .toList();
  }

  public String header(String name) {
    return headers.get(name);
  }
}
