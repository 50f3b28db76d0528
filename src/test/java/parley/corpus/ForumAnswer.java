package parley.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a forum answered.
 *
 * @param body a text where it is not JSON
 */
record ForumAnswer(int status, String type, JsonNode body) {

  private static final String PROBLEM = "application/problem+json";

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** A refusal that a client can act on: a status of 4xx and a body that explains it (RFC 9457). */
  boolean isProblem() {
    return status >= 400
        && status < 500
        && type.startsWith(PROBLEM)
        && body.path("status").asInt() == status
        && !body.path("type").asText().isEmpty()
        && !body.path("detail").asText().isEmpty();
  }

  /** The codes of the fields at fault, each with its field, as in {@code content too_long}. */
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : body.path("errors")) {
      errors.add(error.path("field").asText() + " " + error.path("code").asText());
    }
    return errors;
  }

  List<String> errorCodes() {
    return body.path("errors").findValuesAsText("code");
  }

  String describe() {
    return isProblem()
        ? "%d %s %s".formatted(status, body.path("detail").asText(), errors())
        : "%d %s %.300s".formatted(status, type, body);
  }
}
