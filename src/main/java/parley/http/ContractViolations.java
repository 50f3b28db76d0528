package parley.http;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import parley.failure.FieldError;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;

/** Converts errors of the contract's validator into refusals for the client. */
final class ContractViolations {

  /** Keywords that only say that something below them is wrong. */
  private static final Set<String> OUTER =
      Set.of("properties", "$ref", "allOf", "anyOf", "oneOf", "items", "additionalProperties");

  private static final Pattern PARAMETER =
      Pattern.compile("(path|query|header|cookie) parameter (\\S+)");
  private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");

  private ContractViolations() {}

  static ForumException refusal(ValidatorException violation) {
    var message = String.valueOf(violation.getMessage());
    var parameter = PARAMETER.matcher(message);
    if (parameter.find()) {
      return ForumException.invalid(
          parameter.group(2).replaceAll("\\.$", ""),
          violation.type() == ValidatorErrorType.MISSING_REQUIRED_PARAMETER
              ? "required"
              : "invalid",
          "This value cannot be accepted.");
    }
    if (violation instanceof SchemaValidationException schema) {
      return ForumException.invalid(errors(schema.getOutputUnit()));
    }
    if (violation.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
      return ForumException.of(
          Kind.UNSUPPORTED_MEDIA, "The body must be sent as the media type of the contract.");
    }
    return ForumException.of(Kind.UNREADABLE, "The body is missing or is not JSON.");
  }

  /** One error for each field, the innermost. */
  private static List<FieldError> errors(OutputUnit output) {
    var byField = new LinkedHashMap<String, FieldError>();
    for (var unit : output.getErrors()) {
      var keyword = lastSegment(unit.getKeywordLocation());
      var field = field(unit.getInstanceLocation());
      var missing = MISSING.matcher(String.valueOf(unit.getError()));
      if (keyword.equals("required") && missing.find()) {
        var name = field.isEmpty() ? missing.group(1) : field + "." + missing.group(1);
        byField.putIfAbsent(name, new FieldError(name, "required", "This is missing."));
      } else if (keyword.equals("additionalProperties")) {
        byField.putIfAbsent(
            field, new FieldError(field, "unknown", "There is no member of this name."));
      } else if (!OUTER.contains(keyword)) {
        byField.putIfAbsent(
            field.isEmpty() ? "body" : field,
            new FieldError(
                field.isEmpty() ? "body" : field, "invalid", "This value cannot be accepted."));
      }
    }
    return byField.isEmpty()
        ? List.of(new FieldError("body", "invalid", "This value cannot be accepted."))
        : List.copyOf(byField.values());
  }

  /** A JSON pointer (RFC 6901) with dots for its slashes. */
  private static String field(String pointer) {
    return pointer.replaceFirst("^#/?", "").replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  private static String lastSegment(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
